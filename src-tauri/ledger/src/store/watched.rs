//! Long work of the database, with its progress told and a way to stop it.
use std::{
    sync::mpsc,
    thread::{self, ScopedJoinHandle},
};

use rusqlite::Connection;

use crate::LedgerError;

/// How many instructions of SQLite's machine pass between two questions whether to go on: some hundred rows.
const INSTRUCTIONS: i32 = 1_000;

/// Does long work on a connection. Every now and then `told` hears how much of it is `done`, from 0 to 1, and stops it
/// with `false`: the database then rolls back what the statement did, and [`LedgerError::Stopped`] is the answer.
///
/// SQLite asks from within its work and takes no borrowed closure there; so the work goes to a thread of its own,
/// while the asking stays on this one.
pub(crate) fn watched<T: Send>(
    connection: &mut Connection,
    told: &mut dyn FnMut(f64) -> bool,
    done: impl Fn() -> f64,
    work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send,
) -> Result<T, LedgerError> {
    let (ask, asked) = mpsc::sync_channel::<()>(0);
    let (answer, answered) = mpsc::sync_channel::<bool>(0);
    let mut stopped = false;
    let result = thread::scope(|scope| {
        let worker = scope.spawn(move || {
            let stop = move || ask.send(()).is_err() || answered.recv().unwrap_or(true);
            connection.progress_handler(INSTRUCTIONS, Some(stop))?;
            let result = work(connection);
            // Lets go of the closure, and with it of the channel, which ends the loop below.
            connection.progress_handler(0, None::<fn() -> bool>)?;
            result
        });
        while asked.recv().is_ok() {
            stopped = stopped || !told(done().clamp(0.0, 1.0));
            if answer.send(stopped).is_err() {
                break;
            }
        }
        joined(worker)
    });
    match result {
        Err(_) if stopped => Err(LedgerError::Stopped),
        result => Ok(result?),
    }
}

fn joined<T>(worker: ScopedJoinHandle<'_, T>) -> T {
    worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTING: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO counted SELECT i FROM n";

    fn table() -> Connection {
        let connection = Connection::open_in_memory().expect("memory is always there");
        connection.execute_batch("CREATE TABLE counted (i)").expect("it takes a table");
        connection
    }

    fn rows(connection: &Connection) -> i64 {
        connection.query_row("SELECT count(*) FROM counted", [], |row| row.get(0)).expect("it can be read")
    }

    #[test]
    fn it_is_told_and_ends() {
        let mut connection = table();
        let mut heard = Vec::new();
        let mut told = |done| {
            heard.push(done);
            true
        };
        let changed =
            watched(&mut connection, &mut told, || 7.0, |connection| connection.execute(COUNTING, []));
        assert_eq!(changed.expect("nothing stops it"), 20_000, "the answer comes through");
        assert!(heard.len() > 10, "progress was told {} times", heard.len());
        assert!(heard.iter().all(|done| (0.0..=1.0).contains(done)), "and never more than all of it");
        assert_eq!(rows(&connection), 20_000, "the work was done");
        connection.execute_batch(COUNTING).expect("nobody listens any longer, and it works as before");
    }

    #[test]
    fn it_stops_when_told_so_and_leaves_nothing() {
        let mut connection = table();
        let mut questions = 0;
        let mut told = |_| {
            questions += 1;
            questions < 3
        };
        let result =
            watched(&mut connection, &mut told, || 0.5, |connection| connection.execute(COUNTING, []));
        assert!(matches!(result, Err(LedgerError::Stopped)), "{result:?}");
        assert_eq!((questions, rows(&connection)), (3, 0), "at the third question, with nothing done");
    }

    #[test]
    fn a_fault_is_told_as_what_it_is() {
        let mut connection = table();
        let result =
            watched(&mut connection, &mut |_| true, || 0.0, |connection| connection.execute("NO SQL", []));
        assert!(matches!(result, Err(LedgerError::Storage(_))), "{result:?}");
    }
}
