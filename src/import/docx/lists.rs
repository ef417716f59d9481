//! From paragraphs that each say which list they belong to, to lists with their items, and quotations likewise.

use crate::import::{Block, BlockKind};

/// A block as it stands in the file.
#[derive(Debug)]
pub(super) enum Flat {
    Block(Block),
    /// A paragraph of a quotation.
    Quoted(Block),
    /// An item of a list, at a level from 0, with its number where it has one.
    Item {
        list: String,
        level: u8,
        number: Option<u64>,
        block: Block,
    },
}

/// Puts items and quotations together.
pub(super) fn gathered(flat: Vec<Flat>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut items: Vec<(String, u8, Option<u64>, Block)> = Vec::new();
    for next in flat {
        if let Flat::Item { list, level, number, block } = next {
            items.push((list, level, number, block));
            continue;
        }
        end_list(&mut items, &mut blocks);
        match next {
            Flat::Quoted(block) => {
                let place = block.place.clone();
                if let Some(Block { kind: BlockKind::Quote(quoted), .. }) = blocks.last_mut() {
                    quoted.push(block);
                } else {
                    blocks.push(Block { kind: BlockKind::Quote(vec![block]), place });
                }
            }
            Flat::Block(block) => blocks.push(block),
            Flat::Item { .. } => {}
        }
    }
    end_list(&mut items, &mut blocks);
    blocks
}

fn end_list(items: &mut Vec<(String, u8, Option<u64>, Block)>, blocks: &mut Vec<Block>) {
    blocks.extend(lists(&mut std::mem::take(items).into_iter().peekable(), 0));
}

type Items = std::iter::Peekable<std::vec::IntoIter<(String, u8, Option<u64>, Block)>>;

/// The lists of items that lie at `level` or deeper, until one lies higher.
fn lists(items: &mut Items, level: u8) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    // What the list that is being made counts, and where it is.
    let mut open: Option<(String, Option<u64>)> = None;
    while let Some((list, at, number, block)) = items.next_if(|(_, at, ..)| *at >= level) {
        // The first item may lie deeper than its list begins.
        let inner = lists(items, at.saturating_add(1));
        let goes_on = open.as_ref().is_some_and(|(same, before)| {
            let is_next = match (before, number) {
                (None, None) => true,
                (Some(before), Some(number)) => before.checked_add(1) == Some(number),
                _ => false,
            };
            *same == list && is_next
        });
        let place = block.place.clone();
        let mut item = vec![block];
        item.extend(inner);
        match blocks.last_mut() {
            Some(Block { kind: BlockKind::List { items, .. }, .. }) if goes_on => items.push(item),
            _ => blocks.push(Block { kind: BlockKind::List { first: number, items: vec![item] }, place }),
        }
        open = Some((list, number));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Inline, Place};

    fn block(words: &str) -> Block {
        let kind = BlockKind::Paragraph(vec![Inline::Text(words.to_owned())]);
        Block { kind, place: Place::Nowhere }
    }

    fn item(list: &str, level: u8, number: Option<u64>, words: &str) -> Flat {
        Flat::Item { list: list.to_owned(), level, number, block: block(words) }
    }

    /// `-` for an item, `3.` for one with a number, brackets around lists and quotations.
    fn shown(blocks: &[Block]) -> String {
        let one = |block: &Block| match &block.kind {
            BlockKind::List { first, items } => {
                let items = items.iter().enumerate().map(|(at, item)| {
                    let number = first.map(|first| first + u64::try_from(at).unwrap());
                    number.map_or("-".to_owned(), |number| format!("{number}.")) + &shown(item)
                });
                format!("[{}]", items.collect::<Vec<_>>().join(" "))
            }
            BlockKind::Quote(inner) => format!(">{}<", shown(inner)),
            BlockKind::Paragraph(text) => match &text[..] {
                [Inline::Text(text)] => text.clone(),
                _ => unreachable!("made above"),
            },
            _ => unreachable!("made above"),
        };
        blocks.iter().map(one).collect()
    }

    #[test]
    fn items_become_lists() {
        let flat = vec![
            Flat::Block(block("a")),
            item("1", 0, Some(3), "b"),
            item("1", 1, None, "c"),
            item("1", 1, None, "d"),
            item("1", 0, Some(4), "e"),
            // Another number begins another list, and so does another list.
            item("1", 0, Some(9), "f"),
            item("2", 0, None, "g"),
            Flat::Quoted(block("h")),
            Flat::Quoted(block("i")),
            item("2", 2, None, "j"),
            item("2", 0, None, "k"),
        ];
        assert_eq!(shown(&gathered(flat)), "a[3.b[-c -d] 4.e][9.f][-g]>hi<[-j -k]");
    }
}
