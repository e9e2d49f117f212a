import PodiumCore

/// The stated rule by which specialists count tokens: a token is four UTF-8 bytes, rounded up.
enum TokenCount {
    static func tokens(bytes: Int) -> Int { bytes / 4 + (bytes % 4 == 0 ? 0 : 1) }

    /// Everything read (question, outputs seen, subtask) and everything written.
    static func usage(of request: StepRequest, text: String) -> Usage {
        let seen = request.seen.reduce(0) { $0 + $1.subtask.utf8.count + $1.output.utf8.count }
        let read = request.question.utf8.count + request.subtask.utf8.count + seen
        return Usage(input: tokens(bytes: read), output: tokens(bytes: text.utf8.count))
    }
}
