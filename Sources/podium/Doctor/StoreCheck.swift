import PodiumCore
import PodiumStore
import PodiumStudio

/// The database of sessions.
struct StoreCheck {
    let places: PlaceOptions

    var findings: [Finding] {
        do {
            let store = try SQLiteEventStore(directory: places.resolved.data)
            let statistics = try store.statistics()
            let faults = try store.quickCheck()
            let database = Finding.good(
                "database",
                "\(store.databasePath), \(statistics.sessions) \(statistics.sessions == 1 ? "session" : "sessions"),"
                    + " \(statistics.events) \(statistics.events == 1 ? "event" : "events")"
            )
            guard faults.isEmpty else {
                return [
                    database,
                    .problem(
                        "database",
                        "damaged: \(faults.prefix(3).joined(separator: "; "))",
                        fix: "Copy the file, then save what can be read: sqlite3 FILE .recover"
                    ),
                ]
            }
            guard store.remadeTables.isEmpty else {
                let names = store.remadeTables.joined(separator: ", ")
                return [
                    database,
                    .problem(
                        "database check",
                        "it had lost the tables \(names), which have been made again",
                        fix:
                            "Verdicts and decisions that were in them are gone; the sessions are whole."
                    ),
                ]
            }
            return [database, .good("database check", "no fault found")]
        } catch let error as StoreError {
            return [.problem("database", error.message, fix: error.advice)]
        } catch {
            return [.problem("database", "\(error)", fix: "See above.")]
        }
    }
}
