import Foundation
import PodiumCore
import Testing

@testable import PodiumProviders

/// A key is planted in every member of what a server sends, in every form, and then looked for in all
/// that comes out: pieces, errors, lists of models and cassettes.
@Suite(.timeLimit(.minutes(15))) final class PlantedKeyTests {
    private static let key = "sk-Planted-7f3a9c51e08d42b6"
    private let path = "/tmp/podium-planted-\(UUID().uuidString).jsonl"

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// How a server writes the key into a text of JSON.
    private enum Form: CaseIterable {
        case whole, upper, lower, escaped, partlyEscaped, nested, page

        var text: String {
            let key = PlantedKeyTests.key
            return switch self {
            case .whole: key
            case .upper: key.uppercased()
            case .lower: key.lowercased()
            case .escaped: key.utf8.map { #"\u00"# + String($0, radix: 16) }.joined()
            case .partlyEscaped: key.replacing("-", with: #"\u002D"#)
            case .nested:
                #"{\"error\":{\"message\":\""# + key.replacing("-", with: #"\\u002d"#) + #"\"}}"#
            case .page: "<html><TITLE>\(key)</TITLE></html>"
            }
        }
    }

    private func provider(
        _ dialect: any Dialect,
        _ client: ScriptedClient,
        recorder: CassetteRecorder? = nil
    ) throws -> ModelProvider {
        ModelProvider(
            ModelProvider.Configuration(
                name: "acme",
                dialect: dialect,
                baseURL: try BaseURL("https://api.acme.example/v1"),
                key: .environment(["ACME_KEY"])
            ),
            client: client,
            recorder: recorder,
            environment: { _ in Self.key },
            now: { 0 }
        )
    }

    /// The text with one text of JSON in it replaced, for each of them: names of members too.
    private func plantings(in text: String, _ form: Form) -> [String] {
        text.matches(of: /"(?:[^"\\]|\\.)*"/).map { match in
            text[..<match.range.lowerBound] + "\"\(form.text)\"" + text[match.range.upperBound...]
        }
    }

    /// The words of the key that anything told would have.
    private func isClean(_ told: String) -> Bool {
        let (told, key) = (told.lowercased(), Array(Self.key.lowercased()))
        return !key.indices.dropLast(11).contains { told.contains(String(key[$0..<$0 + 12])) }
    }

    /// Whether nothing of what the server sends tells the key, in reply and cassette.
    private func check(
        _ dialect: any Dialect,
        _ client: ScriptedClient,
        _ what: String
    ) async throws {
        try? FileManager.default.removeItem(atPath: path)
        do {
            let recorder = try CassetteRecorder(path: path, program: "test")
            let provider = try provider(dialect, client, recorder: recorder)
            let (pieces, error) = await collect(provider.reply(to: .sample))
            #expect(isClean("\(pieces.text) \(pieces.reasoning)"), "\(what): \(pieces)")
            #expect(isClean("\(pieces.finishes) \(String(describing: error))"), "\(what)")
        }
        #expect(isClean(try written()), "\(what): cassette")
    }

    /// What the cassette holds, after JSON has been read too.
    private func written() throws -> String {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let exchanges = try Cassette(contentsOf: path).exchanges
        let parts = exchanges.flatMap(\.parts).flatMap(\.bytes)
        let body = String(decoding: parts, as: UTF8.self)
        let plain = body.replacing(/\\+u00([0-9a-fA-F]{2})/) { match in
            UInt8(match.output.1, radix: 16).map { String(UnicodeScalar($0)) } ?? ""
        }
        return text + body + plain
    }

    @Test(arguments: RecordedStream.all)
    func `no member of a stream tells it`(stream: RecordedStream) async throws {
        // Each member gets it whole, and in one of the other forms after the other.
        let whole = plantings(in: stream.text, .whole)
        let others = Form.allCases.map { plantings(in: stream.text, $0) }
        for (index, text) in whole.enumerated() {
            let other = others[index % others.count][index]
            for text in [text, other] {
                try await check(stream.dialect, ScriptedClient(body: [text]), "\(text)")
            }
        }
    }

    @Test(arguments: RecordedStream.all)
    func `no stream tells it that is cut anywhere in it`(stream: RecordedStream) async throws {
        let gone = ProviderError(.connection, "Gone.", isRetryable: true)
        for text in plantings(in: stream.text, .whole) {
            let end = try #require(text.firstRange(of: Self.key)).upperBound
            for count in [1, 9] {
                let cut = text.index(end, offsetBy: -count)
                for ending in [ScriptedClient.Ending.complete, .failure(gone)] {
                    let client = ScriptedClient(body: [String(text[..<cut])], ending: ending)
                    try await check(stream.dialect, client, "\(count) before its end")
                }
                let client = ScriptedClient(body: [String(text[..<cut]), String(text[cut...])])
                try await check(stream.dialect, client, "in two parts")
            }
        }
    }

    private static let bodies = [
        #"{"error":{"message":"m","type":"t","param":"p","code":"c"}}"#,
        #"{"type":"error","error":{"type":"t","message":"m","details":{"error_code":"e"}}}"#,
        #"{"error":{"code":429,"message":"m","status":"S","details":[{"reason":"r"}]}}"#,
        #"{"detail":[{"loc":["body","x"],"msg":"m"}],"errors":{"model":["is"]}}"#,
        #"{"error":{"message":"m","metadata":{"raw":"r","provider_name":"p"}}}"#,
        #""words""#,
    ]

    @Test(arguments: [200, 302, 400, 401, 404, 429, 500])
    func `no error tells it`(status: Int) async throws {
        for body in Self.bodies {
            for form in Form.allCases {
                for text in plantings(in: body, form) {
                    let head = HTTPResponseHead(
                        status: status,
                        headers: [
                            HTTPHeader("location", "https://x.example/?key=\(form.text)"),
                            HTTPHeader("retry-after", form.text),
                            HTTPHeader("x-ratelimit-\(form.text)", form.text),
                        ]
                    )
                    for dialect in [ChatDialect(), AnthropicDialect()] as [any Dialect] {
                        let client = ScriptedClient(head, body: [text])
                        try await check(dialect, client, "\(form) in \(text)")
                    }
                }
            }
        }
    }

    @Test func `no page and no plain words tell it`() async throws {
        for form in Form.allCases {
            for status in [200, 403, 502] {
                for text in ["<!doctype html><title>No: \(form.text)</title>", "No: \(form.text)"] {
                    let client = ScriptedClient(HTTPResponseHead(status: status), body: [text])
                    try await check(ChatDialect(), client, text)
                }
            }
        }
    }

    @Test func `no list of models tells it`() async throws {
        let list =
            #"{"object":"list","data":[{"id":"a","display_name":"A"}],"models":[{"name":"b"}]}"#
        for form in Form.allCases {
            for text in plantings(in: list, form) + plantings(in: Self.bodies[0], form) {
                for status in [200, 401] {
                    let client = ScriptedClient(HTTPResponseHead(status: status), body: [text])
                    let provider = try provider(ChatDialect(), client)
                    do {
                        let models = try await provider.models()
                        #expect(isClean("\(models)"))
                    } catch {
                        #expect(isClean("\(error)"))
                    }
                }
            }
        }
    }
}
