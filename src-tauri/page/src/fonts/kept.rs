//! What is worth keeping between letters. Nothing of it shows in a letter: it is only found faster.
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// Values made once and found again, of a bounded weight: what was not used for longest goes first, roughly.
///
/// Two generations are held. What is used moves into the young one; when that is full, the old one is forgotten and
/// the young one grows old.
pub(crate) struct Kept<K, V> {
    generations: Mutex<Generations<K, V>>,
    /// Of each generation.
    most: usize,
}

struct Generations<K, V> {
    young: HashMap<K, (V, usize)>,
    old: HashMap<K, (V, usize)>,
    weight: usize,
}

impl<K: Eq + Hash, V: Clone> Kept<K, V> {
    /// Holds values of at most twice this weight.
    pub(crate) fn new(most: usize) -> Self {
        let generations = Generations { young: HashMap::new(), old: HashMap::new(), weight: 0 };
        Self { generations: Mutex::new(generations), most }
    }

    /// The kept value. A lock poisoned by a panic elsewhere still guards whole entries.
    pub(crate) fn get(&self, key: &K) -> Option<V> {
        let mut kept = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((value, _)) = kept.young.get(key) {
            return Some(value.clone());
        }
        let (key, (value, weight)) = kept.old.remove_entry(key)?;
        let found = value.clone();
        self.insert(&mut kept, key, value, weight);
        Some(found)
    }

    /// Keeps a value, unless it alone outweighs what may be kept.
    pub(crate) fn keep(&self, key: K, value: V, weight: usize) {
        let mut kept = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        self.insert(&mut kept, key, value, weight);
    }

    fn insert(&self, kept: &mut Generations<K, V>, key: K, value: V, weight: usize) {
        if weight > self.most {
            return;
        }
        if kept.weight + weight > self.most {
            kept.old = std::mem::take(&mut kept.young);
            kept.weight = 0;
        }
        if let Some((_, replaced)) = kept.young.insert(key, (value, weight)) {
            kept.weight -= replaced;
        }
        kept.weight += weight;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_stays_and_the_rest_goes() {
        let kept = Kept::new(4);
        kept.keep("used", 0, 1);
        for number in 1..100 {
            assert_eq!(kept.get(&"used"), Some(0), "what is asked for each time is never forgotten");
            kept.keep(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"][number % 10], number, 1);
            let held = kept.generations.lock().expect("nobody panicked");
            assert!(held.young.len() + held.old.len() <= 8, "never more than twice the weight is held");
        }
    }

    #[test]
    fn what_is_too_heavy_is_not_kept() {
        let kept = Kept::new(4);
        kept.keep("light", 1, 4);
        kept.keep("heavy", 2, 5);
        assert_eq!(
            (kept.get(&"light"), kept.get(&"heavy")),
            (Some(1), None),
            "one text never drives out all"
        );
    }

    #[test]
    fn keeping_again_replaces() {
        let kept = Kept::new(3);
        for round in 0..10 {
            kept.keep("same", round, 2);
            assert_eq!(kept.get(&"same"), Some(round), "the newest value counts");
        }
    }
}
