import FoundationEssentials
public import PodiumCore
import PodiumStore

/// A session as it stands in the store or in a file.
public struct StoredSession: Sendable {
    public let id: SessionID
    public let events: [Event]
    /// Whether it comes from a file and not from this user's store.
    public let isFile: Bool

    /// Looks for a session by what a person types: the path of a file, the name of a recording that
    /// comes with the program, or an id or the beginning of one.
    ///
    /// - Throws: `StudioError` that says what was looked for and where, and `StoreError`.
    public init(named text: String, at places: Places) throws {
        if FileManager.default.fileExists(atPath: text) {
            self = try SessionFile(path: text).load()
            return
        }
        if let share = places.share, !text.contains("/") {
            let bundled = "\(share)/sessions/\(text).jsonl"
            if FileManager.default.fileExists(atPath: bundled) {
                self = try SessionFile(path: bundled).load()
                return
            }
        }
        if text.contains("/") || text.hasSuffix(".jsonl") {
            throw StudioError(.file, "there is no file \(text).")
        }
        guard let archive = try SessionArchive(at: places) else {
            throw StudioError(
                .noSession,
                "there is no session \(text): there are no sessions yet. Ask something: podium"
            )
        }
        let id = try archive.find(text)
        let events = try archive.store.events(of: id, after: 0, limit: .max)
        self.init(id: id, events: events, isFile: false)
    }

    init(id: SessionID, events: [Event], isFile: Bool) {
        self.id = id
        self.events = events
        self.isFile = isFile
    }
}

/// A session in the exchange form, one event a line.
struct SessionFile {
    var path: String

    func load() throws(StudioError) -> StoredSession {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StudioError(.file, "\(path) cannot be read.")
        }
        let text: String
        do {
            text = try FileText.decode(data)
        } catch {
            throw StudioError(.file, "\(path), line \(error.line): this is not UTF-8 text.")
        }
        let reader = JSONLine()
        var id: SessionID?
        var events: [Event] = []
        for (number, line) in text.fileLines.enumerated()
        where !line.allSatisfy(\.isWhitespace) {
            do throws(JSONLine.ReadError) {
                let (session, event) = try reader.event(from: String(line))
                guard session == id ?? session else {
                    throw JSONLine.ReadError(
                        message: "this line belongs to another session, \(session)"
                    )
                }
                let expected = (events.last?.sequence ?? 0) + 1
                guard event.sequence == expected else {
                    throw JSONLine.ReadError(
                        message: "the sequence is \(event.sequence), expected \(expected)"
                    )
                }
                id = session
                events.append(event)
            } catch {
                throw StudioError(.file, "\(path), line \(number + 1): \(error).")
            }
        }
        guard let id else { throw StudioError(.file, "\(path) holds no events.") }
        return StoredSession(id: id, events: events, isFile: true)
    }
}
