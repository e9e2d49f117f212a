import PodiumCore
import Testing

@testable import PodiumConfiguration

/// Stand-ins for the workers that the program brings.
let embeddedWorkers = [
    Worker(
        name: "reckoner",
        provider: "embedded",
        model: "reckoner",
        strengths: "exact arithmetic",
        tags: ["embedded"],
        price: Price(currency: .nominal, input: 5, output: 10),
        isLocal: true
    ),
    Worker(
        name: "checker",
        provider: "embedded",
        model: "checker",
        strengths: "checks answers",
        isLocal: true
    ),
]

/// Uses every key there is but those of a checkpoint, which name files.
let fullConfiguration = """
    # Everything at once.
    providers:
      local: {dialect: openai-chat, base_url: "http://127.0.0.1:8080/v1/"}
      cloud:
        base_url: https://api.example.com/v1
        key_env: EXAMPLE_API_KEY
        headers: {X-Title: podium, X-Count: 3}
        timeouts: {connect: 500ms, idle: 2m, total: 1m30s}
      office:
        base_url: http://models.office:9000
        key_command: "pass show office"
        allow_insecure: true
    workers:
      - name: smol
        provider: local
        model: SmolLM2-135M-Instruct
        strengths: short factual text
        tags: [small, quick]
        price: {input: 0, output: 0}
      - name: sage
        provider: cloud
        model: sage-3
        price:
          {input: 0.25, output: 2, cache_read: 0.025, cache_write_short: 0.3, cache_write_long: .5}
        temperature: 0.2
        max_tokens: 4_096
        fallbacks: [SMOL, checker]
      - {provider: embedded, model: reckoner, strengths: sums}
    pools:
      default: [smol, sage]
      cheap: [smol, RECKONER, checker]
    conductor: {kind: prompted, worker: sage}
    run: {variant: ultra, on_failure: ask, on_budget: degrade, ask: true}
    budget: {usd: 0.10, tokens: 20000, steps: 12, time: 1m30s}
    limits: {steps: 4, retries: 1, repairs: 0, rounds: 3, nesting: 0, turns: 7, fallbacks: 2}
    theme: podium-dark
    interface: {view: stream, mouse: true, markdown: false, ambiguous_wide: false, idle_cap: 2}
    keys: {reroute: R, hold: [space, p], undo: []}
    """

func read(_ text: String, file: String = "config.yaml") throws -> Configuration {
    try Configuration.parse(text, file: file, embeddedWorkers: embeddedWorkers)
}

/// Expects `body` to fail with exactly this message.
func expectMistake(
    _ code: ConfigurationError.Code,
    _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    in body: () throws -> Void
) {
    do {
        try body()
        Issue.record("there was no error", sourceLocation: sourceLocation)
    } catch let error as ConfigurationError {
        #expect(error.description == message, sourceLocation: sourceLocation)
        #expect(error.code == code, sourceLocation: sourceLocation)
    } catch {
        Issue.record("another error: \(error)", sourceLocation: sourceLocation)
    }
}

/// Expects a configuration with this text to be refused with exactly this message.
func expectMistake(
    _ code: ConfigurationError.Code,
    in text: String,
    _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectMistake(code, message, sourceLocation: sourceLocation) { _ = try read(text) }
}

/// Expects a refusal that tells where keys belong.
func expectSecret(
    in text: String,
    _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let advice = """
        Keys are not written into files. Name an environment variable (`key_env: OPENAI_API_KEY`)
        or a command that prints the key (`key_command: "pass show openai"`).
        """
    expectMistake(.secret, in: text, "\(message)\n\(advice)", sourceLocation: sourceLocation)
}

// MARK: Texts with one mistake

func provider(at url: String) -> String {
    "providers: {a: {base_url: \"\(url)\"}}"
}

/// `lines` stand at line 4, column 5.
func provider(with lines: String) -> String {
    """
    providers:
      a:
        base_url: https://a.example

    """ + indented(lines)
}

/// `lines` stand at line 5, column 5.
func worker(with lines: String) -> String {
    """
    providers: {a: {base_url: "https://a.example"}}
    workers:
      - provider: a
        model: m

    """ + indented(lines)
}

/// `line` stands at line 4 after a worker `mini`.
func configuration(with line: String) -> String {
    """
    providers: {a: {base_url: "https://a.example"}}
    workers:
      - {provider: a, model: mini}
    \(line)
    """
}

private func indented(_ lines: String) -> String {
    lines.split(separator: "\n").map { "    \($0)\n" }.joined()
}

/// Seven lists of ten aliases to the one before, the last of them a key: 10⁷ nodes to compare.
let aliasBomb =
    "- &l0 [x]\n"
    + (1...7).map { level in
        let uses = Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", ")
        return "- &l\(level) [\(uses)]\n"
    }.joined() + "- {? *l7 : x}\n"
