internal import Synchronization

/// The glyphs of several scalars that any cell has ever shown, each stored once, so that a cell
/// is a few bytes and two cells are equal when their bits are.
///
/// The table never forgets; it is bounded, so that text which keeps inventing clusters costs a
/// few megabytes at most. When it is full, a new cluster is shown by its first scalar alone.
final class ClusterTable: Sendable {
    static let shared = ClusterTable(capacity: 1 << 16)

    /// Marks piled on one base beyond this are not shown.
    static let longestCluster = 16

    private struct State {
        var texts: [String] = []
        var indices: [String: UInt32] = [:]
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// The index of a cluster, or nil when the table is full.
    func index(of text: String) -> UInt32? {
        let text = Self.shortened(text)
        return state.withLock { state in
            if let index = state.indices[text] { return index }
            guard state.texts.count < capacity else { return nil }
            let index = UInt32(state.texts.count)
            state.texts.append(text)
            state.indices[text] = index
            return index
        }
    }

    func text(at index: UInt32) -> String {
        state.withLock { Int(index) < $0.texts.count ? $0.texts[Int(index)] : "\u{FFFD}" }
    }

    private static func shortened(_ text: String) -> String {
        guard text.unicodeScalars.count > longestCluster else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestCluster)))
    }
}
