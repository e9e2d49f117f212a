extension WorkerReference {
    /// The position of the one worker that is named as the conductor is told of it: `0 = alpha`,
    /// `alpha (0)`, `model 0`. A number and a name that do not belong together are none.
    static func position(of text: String, asToldIn pool: [Worker]) -> Int? {
        guard text.utf8.count <= 512 else { return nil }
        let wanted = plain(text)
        guard !wanted.isEmpty else { return nil }
        let found = pool.indices.filter { id in
            let name = plain(pool[id].name)
            let forms = [
                name, "\(id)=\(name)", "\(name)=\(id)", "\(id):\(name)", "\(name):\(id)",
                "\(id)(\(name))", "\(name)(\(id))", "\(id)-\(name)", "\(id).\(name)",
            ]
            if forms.contains(wanted) { return true }
            // With its strengths behind it, as in the list of workers.
            if wanted.hasPrefix("\(id)=\(name):") { return true }
            return kinds.contains { kind in
                ["\(kind)\(id)", "\(kind)#\(id)", "\(kind)\(name)"].contains(wanted)
                    || wanted == "\(kind)\(id)(\(name))" || wanted == "\(kind)\(id)=\(name)"
            }
        }
        return found.count == 1 ? found[0] : nil
    }

    private static let kinds = ["model", "worker", "agent", "id", "model_id", ""]

    /// Small letters, without quotes, emphasis, escapes and blanks.
    private static func plain(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace && !"*`\"'\\".contains($0) }
    }
}
