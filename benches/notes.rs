//! From a keystroke in a letter with five hundred notes to where they all are. The goal is 5 ms for all that the server does.

use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use griffier::annotation::{
    About, Anchor, Draft, LetterText, Live, Memory, Motivation, Note, list_notes_live,
};
use griffier::text::{Buffer, Change, Edit, Position, PositionEncoding, Range, Span};

mod letters;

const NOTES: usize = 500;

fn benches(c: &mut Criterion) {
    let text = letters::letter(200_000, 2_000);
    let ready = LetterText::new(&text);
    let note = |number: usize| {
        let start = text.floor_char_boundary(number * text.len() / NOTES);
        let anchor = Anchor::of(&ready, Span::new(start, text.floor_char_boundary(start + 60)));
        Note::new(&Draft::new(Motivation::Commenting, About::Passage(anchor)), jiff::Timestamp::UNIX_EPOCH)
    };
    let notes: Vec<Note> = (0..NOTES).map(note).collect();
    let place = |note: &Note| {
        let (start, end) = note.anchor()?.position?;
        let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(at, _)| at);
        Some((note.passage_key()?, Span::new(byte(start), byte(end))))
    };
    let buffer = Buffer::new(&text);
    let mut live = Live::default();
    live.follow(notes.iter().filter_map(place), &buffer);
    let middle = u32::try_from(buffer.line_count() / 2).expect("a letter has few lines");
    let at = Position::new(middle, 3);
    let typed = Change { range: Some(Range::new(at, at)), text: "x".to_owned() };
    let edit = |buffer: &Buffer| -> (Edit, Buffer) {
        let mut now = buffer.clone();
        (now.edit(&typed, PositionEncoding::Utf16).expect("the line is there"), now)
    };

    let mut group = c.benchmark_group("notes");
    group.bench_function("follow a keystroke", |b| {
        b.iter_batched(
            || live.clone(),
            |mut live| {
                live.edit(&[edit(&buffer)]);
                black_box(live.standing())
            },
            BatchSize::SmallInput,
        );
    });
    let edited = edit(&buffer);
    live.edit(std::slice::from_ref(&edited));
    let (now, standing) = (edited.1.contents(), live.standing());
    group.bench_function("list them where they have been followed to", |b| {
        b.iter(|| list_notes_live(Path::new("brief.txt"), &notes, &now, &Memory::none(), &standing));
    });
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
