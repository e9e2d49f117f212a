import ArgumentParser
import Glibc
import PodiumCore
import PodiumStore

/// `podium watch`: tells a session that another process runs, while it runs.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Watch a session that another process runs."
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "A session's id, or the beginning of one.")
    var session: String

    func run() throws {
        guard let store = try Composition.existingStore(places: places, readOnly: false) else {
            throw Failure("there are no sessions yet. Ask something: podium")
        }
        let id = try SessionSource(text: session, places: places).resolve(in: store)
        var printer = output.printer(for: id)
        var follower = try StoredSession(store: store, session: id)
        while true {
            // Asked before reading: what was stored before its end is then read too.
            let isRunning = try store.session(id)?.status == .running
            for event in try follower.newEvents() where !printer.show(event) { return }
            if printer.outcome != nil { throw ExitStatus(printer.outcome) }
            guard isRunning else {
                throw Failure("the process that ran session \(id) has ended. podium resume \(id)")
            }
            try follower.untilChanged()
        }
    }
}

/// The events of a session that another process writes, as they come.
struct StoredSession {
    /// How often the store is asked whether it changed.
    private static let interval: useconds_t = 50_000
    /// A process that ends stores nothing: now and then its end is looked for.
    private static let patience = 10

    private let store: SQLiteEventStore
    private let session: SessionID
    private let watch: any StoreWatch
    private(set) var cursor = 0

    init(store: SQLiteEventStore, session: SessionID) throws {
        self.store = store
        self.session = session
        watch = try store.watch()
    }

    mutating func newEvents() throws -> [Event] {
        let events = try store.events(of: session, after: cursor, limit: .max)
        cursor = events.last?.sequence ?? cursor
        return events
    }

    /// Waits until something was stored, or for half a second.
    func untilChanged() throws {
        for _ in 0..<Self.patience {
            if try watch.hasChanged() { return }
            usleep(Self.interval)
        }
    }
}
