/// The chunks that are in view, and some around them.
struct RenderedCache: Sendable {
    /// In bytes of rendered text, and in chunks.
    private static let mostBytes = 96 << 10
    private static let mostChunks = 256

    private var chunks: [Int: RenderedChunk] = [:]
    private var bytes = 0

    subscript(index: Int) -> RenderedChunk? { chunks[index] }

    mutating func insert(_ chunk: RenderedChunk, at index: Int) {
        if bytes > Self.mostBytes || chunks.count >= Self.mostChunks {
            chunks.removeAll(keepingCapacity: true)
            bytes = 0
        }
        bytes += chunk.text.utf8.count
        chunks[index] = chunk
    }

    mutating func remove(_ indices: Range<Int>) {
        for index in indices {
            guard let found = chunks.removeValue(forKey: index) else { continue }
            bytes -= found.text.utf8.count
        }
    }
}
