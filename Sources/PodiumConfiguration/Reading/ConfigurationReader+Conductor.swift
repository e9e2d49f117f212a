internal import PodiumCore

private enum ConductorKey: String, CaseIterable {
    case kind, worker, file, template, system, prefill, examples
    case maxTokens = "max_tokens"

    /// Those that only a checkpoint has.
    static let ofCheckpoint: [ConductorKey] = [.template, .system, .prefill, .examples]
}

private enum ConductorKind: String, CaseIterable {
    case embedded, rules, prompted, checkpoint, fixed
}

extension ConfigurationReader {
    func readConductor(
        _ value: YAMLValue?
    ) throws(ConfigurationError) -> ConductorSettings {
        guard let value else { return .embedded }
        // The short form is the one a person gives on the command line.
        if let text = value.scalarText {
            let conductor = try value.placing { () throws(ConfigurationError) in
                try ConductorSettings(text, roster: roster)
            }
            if case .fixed(let path) = conductor { return .fixed(file: besideConfiguration(path)) }
            return conductor
        }
        let fields = try YAMLFields<ConductorKey>(value)
        let kind = try fields.required(.kind, "embedded").choice(of: ConductorKind.self)
        if kind != .checkpoint {
            for key in ConductorKey.ofCheckpoint {
                try fields.refuse(key, because: "Only a checkpoint has a `\(key.rawValue)`.")
            }
        }
        switch kind {
        case .embedded:
            try fields.refuse(.worker, because: "The embedded conductor has no worker.")
            try fields.refuse(.file, because: "The embedded conductor reads no file.")
            return .embedded
        case .rules:
            try fields.refuse(.worker, because: "The rules have no worker.")
            try fields.refuse(.file, because: "The rules read no file.")
            return .rules
        case .prompted:
            try fields.refuse(.file, because: "A prompted conductor reads no file.")
            return .prompted(worker: try readConductingWorker(fields))
        case .checkpoint:
            try fields.refuse(.file, because: "A checkpoint's file is its `template`.")
            let worker = try readConductingWorker(fields)
            let template = try readTemplate(fields)
            return .checkpoint(worker: worker, template: template.value, file: template.file)
        case .fixed:
            try fields.refuse(.worker, because: "A fixed conductor asks no worker.")
            let path = try fields.required(.file, "plan.yaml").string("the path of a plan file")
            return .fixed(file: besideConfiguration(path))
        }
    }

    /// The most tokens of a plan, if the file says so.
    func readPlanTokens(_ value: YAMLValue?) throws(ConfigurationError) -> Int? {
        guard let value, value.scalarText == nil else { return nil }
        return try YAMLFields<ConductorKey>(value)[.maxTokens]?.integer(in: 16...1_000_000)
    }

    private func readConductingWorker(
        _ fields: YAMLFields<ConductorKey>
    ) throws(ConfigurationError) -> String {
        let example = roster.promptable.first?.printable() ?? "NAME"
        let worker = try fields.required(.worker, example)
        let name = try worker.string("a worker's name")
        return try worker.placing { () throws(ConfigurationError) in
            try ConductorSettings.conductingWorker(named: name, roster: roster)
        }
    }

    // MARK: Templates

    private func readTemplate(
        _ fields: YAMLFields<ConductorKey>
    ) throws(ConfigurationError) -> (value: PlanTemplate, file: String) {
        let prompt = try readFile(fields.required(.template, "prompt.txt"))
        let examples = try fields[.examples].map(readFile)
        let template = PlanTemplate(
            system: try fields[.system].map(readFile)?.text,
            prompt: prompt.text,
            examples: examples?.text,
            prefill: try fields[.prefill].map(readFile)?.text
        )
        if let problem = template.problems.first {
            throw ConfigurationError(problem, in: prompt.text, file: prompt.path)
        }
        let mark = PlanTemplate.Placeholder.examples.mark
        if let value = fields[.examples], !prompt.text.contains(mark) {
            throw value.error(
                .conflict,
                "The template has no \(mark), so the examples would stand nowhere.",
                advice: "Write \(mark) into the template, or delete this key."
            )
        }
        return (template, prompt.path)
    }

    /// A file of a template, without the line break at its end, which editors add.
    private func readFile(
        _ value: YAMLValue
    ) throws(ConfigurationError) -> (text: String, path: String) {
        let path = besideConfiguration(try value.string("the path of a file"))
        var text: String
        do throws(ConfigurationError) {
            text = try TextFile.read(path, limit: Self.templateLimit).withNewlines
        } catch {
            // The place is the name in the configuration; the file is named in the sentence.
            let line = error.line.map { ", line \($0)" } ?? ""
            throw value.error(
                error.code,
                "\(path.printable(limit: 200))\(line): \(error.problem)",
                advice: error.advice
            )
        }
        if text.last?.isNewline == true { text.removeLast() }
        guard !text.allSatisfy(\.isWhitespace) else {
            throw value.error(
                .badValue,
                "\(path.printable(limit: 200)): The file is empty.",
                advice: "Write something into it, or delete this key."
            )
        }
        return (text, path)
    }

    /// Bytes. More than any model reads with profit; all of it is stored with each session.
    private static let templateLimit = 262_144

    /// A relative path is meant from the directory of the configuration.
    func besideConfiguration(_ path: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return String(file[...slash]) + path
    }
}

extension ConfigurationError {
    /// A problem of a template, at the placeholder it is about.
    fileprivate init(_ problem: String, in prompt: String, file: String) {
        let mark = problem.firstMatch(of: /\{\{([^{}]*)\}\}/)
        let before = mark.flatMap { prompt.firstRange(of: $0.output.0) }
            .map { prompt[..<$0.lowerBound] }
        let line = before.map { 1 + $0.count(where: \.isNewline) }
        let column = before.map { text in
            let start = text.lastIndex(where: \.isNewline).map(text.index(after:))
            return 1 + text[(start ?? text.startIndex)...].unicodeScalars.count
        }
        self.init(
            .badValue,
            "\(problem.prefix(1).uppercased())\(problem.dropFirst()).",
            file: file,
            line: line,
            column: column,
            advice: mark.map { Self.advice(for: String($0.output.1)) }
        )
    }

    private static func advice(for name: String) -> String {
        switch PlanTemplate.Placeholder(rawValue: name) {
        case .examples: "Name their file: `examples: FILE`; or delete the placeholder."
        case .some(let known): "Write \(known.mark) where it shall stand."
        case nil:
            Suggestion.nearest(to: name, among: PlanTemplate.Placeholder.allCases.map(\.rawValue))
                .map { "Did you mean {{\($0)}}?" } ?? "Delete it, or write one of these."
        }
    }
}
