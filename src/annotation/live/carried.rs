//! Where an edit takes a stretch of the text: the rules at borders.

use crate::text::{Edit, Span};

/// What an edit truly replaces: what stands at either end before and behind it is not replaced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stretch {
    /// Where, in the text as it was.
    pub(super) span: Span,
    /// How many bytes stand there now.
    pub(super) len: usize,
}

impl Stretch {
    pub(super) fn of(edit: &Edit) -> Self {
        let (removed, inserted) = (&*edit.removed, &*edit.inserted);
        let same = |(a, b): &(char, char)| a == b;
        let chars = removed.chars().zip(inserted.chars());
        let start: usize = chars.take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let (removed, inserted) = (&removed[start..], &inserted[start..]);
        let chars = removed.chars().rev().zip(inserted.chars().rev());
        let end: usize = chars.take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let from = edit.span.start + start;
        Self { span: Span::new(from, from + removed.len() - end), len: inserted.len() - end }
    }

    /// Whether something stands in place of something else.
    pub(super) const fn replaces(&self) -> bool {
        self.len > 0 && !self.span.is_empty()
    }

    const fn moved(&self, offset: usize) -> usize {
        offset - self.span.len() + self.len
    }
}

/// Where a passage is after an edit; `None` where nothing of it is left.
///
/// Inserted text stays outside at both borders. What replaces a part of the passage belongs to it; what replaces more than a part of it does not.
pub(super) fn carried(passage: Span, edit: &Stretch) -> Option<Span> {
    let (start, end) = (edit.span.start, edit.span.end);
    if passage.is_empty() {
        let at = carried_place(passage.start, edit);
        let within = start < passage.start && passage.start < end;
        return (!within).then_some(Span::new(at, at));
    }
    if start >= passage.end {
        Some(passage)
    } else if end <= passage.start {
        Some(Span::new(edit.moved(passage.start), edit.moved(passage.end)))
    } else if edit.span.covers(passage) {
        None
    } else if passage.covers(edit.span) {
        Some(Span::new(passage.start, edit.moved(passage.end)))
    } else if start < passage.start {
        Some(Span::new(start + edit.len, edit.moved(passage.end)))
    } else {
        Some(Span::new(passage.start, start))
    }
}

/// Where a place between two characters is after an edit. It stays before what is inserted at it.
pub(super) const fn carried_place(place: usize, edit: &Stretch) -> usize {
    if place <= edit.span.start {
        place
    } else if place >= edit.span.end {
        edit.moved(place)
    } else {
        edit.span.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` has its passage between brackets, and what is replaced between braces; gives the text after that in the same notation.
    fn after(text: &str, by: &str) -> String {
        let find = |sign: char| {
            let before: String = text.chars().take_while(|c| *c != sign).collect();
            before.replace(['[', ']', '{', '}'], "").len()
        };
        let plain = text.replace(['[', ']', '{', '}'], "");
        let span = Span::new(find('{'), find('}'));
        let edit = Edit { span, removed: span.of(&plain).to_owned(), inserted: by.to_owned() };
        let mut now = plain.clone();
        now.replace_range(span.start..span.end, by);
        if let Some(passage) = carried(Span::new(find('['), find(']')), &Stretch::of(&edit)) {
            now.insert(passage.end, ']');
            now.insert(passage.start, '[');
        }
        now
    }

    #[test]
    fn what_is_inserted_at_a_border_stays_outside() {
        assert_eq!(after("Ik {}[zeg toe] dat", "nu "), "Ik nu [zeg toe] dat");
        assert_eq!(after("Ik [zeg toe]{} dat", " nu"), "Ik [zeg toe] nu dat");
        assert_eq!(after("Ik [zeg{} toe] dat", " nu"), "Ik [zeg nu toe] dat");
    }

    #[test]
    fn what_replaces_a_part_belongs_to_it() {
        assert_eq!(after("Ik [{zeg} toe] dat", "beloof"), "Ik [beloof toe] dat");
        assert_eq!(after("Ik [zeg {toe}] dat", "het"), "Ik [zeg het] dat");
        assert_eq!(after("{Ik [zeg} toe] dat", "O,"), "O,[ toe] dat");
        assert_eq!(after("Ik [zeg {toe] dat}", "u."), "Ik [zeg ]u.");
        assert_eq!(after("Ik {[zeg toe]} dat", "beloof"), "Ik beloof dat");
        assert_eq!(after("{Ik [zeg toe] dat}", "Nee"), "Nee");
    }

    #[test]
    fn what_stays_the_same_is_not_replaced() {
        assert_eq!(
            after("{Ik [zeg toe] dat}", "Ik heb [zeg toe] dat".replace(['[', ']'], "").as_str()),
            "Ik heb [zeg toe] dat"
        );
        assert_eq!(after("in {[2019]}.", "2020"), "in [2020].");
        assert_eq!(after("één{ [é]én}", "één"), "één[é]én");
    }

    #[test]
    fn a_place_is_a_passage_without_words() {
        assert_eq!(after("Ik []{}zeg", "nu "), "Ik []nu zeg");
        assert_eq!(after("Ik{ }[]zeg", ", "), "Ik, []zeg");
        assert_eq!(after("I{k []z}eg", ""), "Ieg");
    }
}
