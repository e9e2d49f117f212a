import PodiumConfiguration
import PodiumCore
import Testing

/// A conductor that was trained for it, and the files that say how it is asked.
struct CheckpointTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// `keys` stand at line 4, column 51 of the configuration, which is in the directory.
    private func read(_ keys: String) throws -> Configuration {
        try PodiumConfigurationTests.read(
            configuration(with: "conductor: {kind: checkpoint, worker: mini, \(keys)}"),
            file: "\(directory.path)/config.yaml"
        )
    }

    private func expectMistake(
        _ code: ConfigurationError.Code,
        _ keys: String,
        _ message: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let place = directory.path
        PodiumConfigurationTests.expectMistake(
            code,
            message.replacing("DIRECTORY", with: place),
            sourceLocation: sourceLocation
        ) { _ = try read(keys) }
    }

    @Test func `a checkpoint is asked as its files say`() throws {
        let prompt = "Workers:\n{{workers}}\nAt most {{step_limit}}.\n{{examples}}\n{{question}}"
        let file = try directory.write(prompt + "\n", to: "prompts/plan.txt")
        _ = try directory.write("You conduct.\n", to: "system.txt")
        _ = try directory.write("model_id = [\r\n", to: "prefill.txt")
        let examples = try directory.write("One.\n\n", to: "elsewhere/examples.txt")
        let keys =
            "template: prompts/plan.txt, system: system.txt, prefill: prefill.txt, "
            + "examples: \(examples)"
        #expect(
            try read(keys).conductor
                == .checkpoint(
                    worker: "mini",
                    template: PlanTemplate(
                        system: "You conduct.",
                        prompt: prompt,
                        examples: "One.\n",
                        prefill: "model_id = ["
                    ),
                    file: file
                )
        )
    }

    @Test func `only a template is needed`() throws {
        let file = try directory.write("{{workers}} {{question}}", to: "t")
        #expect(
            try read("template: t").conductor
                == .checkpoint(
                    worker: "mini",
                    template: PlanTemplate(prompt: "{{workers}} {{question}}"),
                    file: file
                )
        )
        expectMistake(
            .missingKey,
            "",
            """
            DIRECTORY/config.yaml:4:12: conductor: The key `template` is missing.
            Write it like `template: prompt.txt`.
            """
        )
    }

    @Test func `the worker is a language model of the file`() throws {
        PodiumConfigurationTests.expectMistake(
            .unknownName,
            in: configuration(with: "conductor: {kind: checkpoint, worker: minu, template: t}"),
            """
            config.yaml:4:39: conductor.worker: There is no worker "minu".
            Did you mean `mini`?
            """
        )
        PodiumConfigurationTests.expectMistake(
            .badValue,
            in: configuration(with: "conductor: {kind: checkpoint, worker: checker, template: t}"),
            """
            config.yaml:4:39: conductor.worker: The embedded worker "checker" cannot write a plan.
            Name a worker that is a language model, or `embedded` for Podium's own.
            """
        )
    }

    // MARK: Placeholders

    @Test func `a template without a needed placeholder is refused by name`() throws {
        _ = try directory.write("Only {{workers}}.", to: "t")
        expectMistake(
            .badValue,
            "template: t",
            """
            DIRECTORY/t: The template has no {{question}}.
            Write {{question}} where it shall stand.
            """
        )
    }

    @Test func `a placeholder that there is not is told with its place`() throws {
        _ = try directory.write("{{workers}}\nThe {{qestion}}: {{question}}", to: "t")
        expectMistake(
            .badValue,
            "template: t",
            """
            DIRECTORY/t:2:5: {{qestion}} is no placeholder; there are {{question}}, {{workers}}, \
            {{step_limit}}, {{examples}}.
            Did you mean {{question}}?
            """
        )
        _ = try directory.write("{{workers}}{{question}} {{weather}}", to: "t")
        expectMistake(
            .badValue,
            "template: t",
            """
            DIRECTORY/t:1:25: {{weather}} is no placeholder; there are {{question}}, {{workers}}, \
            {{step_limit}}, {{examples}}.
            Delete it, or write one of these.
            """
        )
    }

    @Test func `examples and their placeholder belong together`() throws {
        _ = try directory.write("{{workers}}{{question}}\n{{examples}}", to: "with")
        _ = try directory.write("{{workers}}{{question}}", to: "without")
        _ = try directory.write("One.", to: "examples")
        expectMistake(
            .badValue,
            "template: with",
            """
            DIRECTORY/with:2:1: The template has {{examples}}, but no examples are given.
            Name their file: `examples: FILE`; or delete the placeholder.
            """
        )
        expectMistake(
            .conflict,
            "template: without, examples: examples",
            """
            DIRECTORY/config.yaml:4:74: conductor.examples: The template has no {{examples}}, so the \
            examples would stand nowhere.
            Write {{examples}} into the template, or delete this key.
            """
        )
    }

    // MARK: Files

    @Test func `a file that is missing, no file, too long, no text or empty is named`() throws {
        _ = try directory.write("x", to: "folder/x")
        _ = try directory.write(String(repeating: "x", count: 262_145), to: "long")
        _ = try directory.write([0x61, 0x0A, 0xFF], to: "binary")
        _ = try directory.write(" \n", to: "empty")
        let mistakes: [(ConfigurationError.Code, String, String)] = [
            (.missingFile, "missing", "There is no such file."),
            (.unreadableFile, "folder", "This is a directory, not a file."),
            (.tooLarge, "long", "The file is larger than 256 KB, which is the limit."),
        ]
        for (code, name, problem) in mistakes {
            expectMistake(
                code,
                "template: \(name)",
                "DIRECTORY/config.yaml:4:55: conductor.template: DIRECTORY/\(name): \(problem)"
            )
        }
        expectMistake(
            .notText,
            "template: binary",
            """
            DIRECTORY/config.yaml:4:55: conductor.template: DIRECTORY/binary, line 2: The file is \
            not UTF-8 text.
            Save it with the encoding UTF-8.
            """
        )
        expectMistake(
            .badValue,
            "template: empty",
            """
            DIRECTORY/config.yaml:4:55: conductor.template: DIRECTORY/empty: The file is empty.
            Write something into it, or delete this key.
            """
        )
    }

    @Test func `a missing template is no missing configuration`() throws {
        _ = try directory.write(
            configuration(with: "conductor: {kind: checkpoint, worker: mini, template: gone}"),
            to: "podium/config.yaml"
        )
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration.load(
                path: nil,
                environment: ["XDG_CONFIG_HOME": directory.path],
                embeddedWorkers: embeddedWorkers
            )
        }
        #expect(error?.code == .missingFile && error?.keyPath == "conductor.template")
    }

    @Test func `only a checkpoint has a template`() {
        PodiumConfigurationTests.expectMistake(
            .conflict,
            in: configuration(with: "conductor: {kind: prompted, worker: mini, prefill: p}"),
            "config.yaml:4:52: conductor.prefill: Only a checkpoint has a `prefill`."
        )
        PodiumConfigurationTests.expectMistake(
            .conflict,
            in: configuration(with: "conductor: {kind: checkpoint, worker: mini, file: p}"),
            "config.yaml:4:51: conductor.file: A checkpoint's file is its `template`."
        )
    }
}
