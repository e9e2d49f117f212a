import NIOHTTP1
import PodiumCore
import PodiumStudio
import Synchronization
import Testing

@testable import PodiumGateway

/// The document that says what is served.
struct OpenAPITests {
    private let document = OpenAPIDocument.document(of: "test", models: ["podium"])

    @Test func `it is served, and every path and nothing else is in it`() async throws {
        let bench = try GatewayBench()
        let served = try await bench.ask("/openapi.json").over().json()
        #expect(served["paths"] != nil && served["openapi"] == "3.1.0")
        // The models are those of this server.
        let models = served["components"]?["schemas"]?["Model"]?["enum"]
        #expect(models == .array(bench.gateway.models.entries.map { .string($0.name) }))
        let paths = try #require(document["paths"]?.names)
        #expect(paths == Set(Route.templates.map(\.path)))
        for (path, target) in Route.templates {
            let call = HTTPCall(method: target.method, path: path)
            // A path leads where it says, and its one method is the one that is taken.
            #expect(Route(call).target == target)
            try Route(call).requireMethod(of: call)
            #expect(document["paths"]?[path]?.names == [target.method.lowercased()])
        }
    }

    @Test func `every part that it refers to is there`() throws {
        let names = try #require(document["components"]?["schemas"]?.names)
        var used: Set<String> = []
        func look(_ value: JSONValue) {
            switch value {
            case .array(let elements): for element in elements { look(element) }
            case .object(let members):
                if let name = members["$ref"]?.text?.split(separator: "/").last {
                    used.insert(String(name))
                }
                for member in members.values { look(member) }
            default: break
            }
        }
        look(document)
        #expect(used == names)
    }

    // MARK: Requests

    /// A request with each object that may stand inside another, so that every reader is asked.
    private static let requests: [(schema: String, api: ClientRequest.API, body: String)] = [
        (
            "ChatRequest", .chat,
            #"""
            {"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"a"},
            {"type":"image_url","image_url":{"url":"https://a.example/b.png"}}]},
            {"role":"assistant","content":[{"type":"refusal","refusal":"b"}],
            "tool_calls":[{"id":"x","function":{"name":"f"}}]},
            {"role":"tool","tool_call_id":"x"},{"role":"user","content":"c"}],"stream_options":{},
            "tools":[{"type":"function","function":{"name":"f"}}],
            "tool_choice":{"type":"function","function":{"name":"f"}},
            "response_format":{"type":"json_schema","json_schema":{"schema":{}}}}
            """#
        ),
        (
            "ResponsesRequest", .responses,
            #"""
            {"model":"m","input":[{"role":"user","content":[{"type":"input_text","text":"a"},
            {"type":"input_image","image_url":"https://a.example/b.png"}]},
            {"role":"user","content":[{"type":"refusal","refusal":"b"}]},{"type":"reasoning"},
            {"type":"function_call","call_id":"x","name":"f"},
            {"type":"function_call_output","call_id":"x","output":[{"type":"input_text","text":"a"},
            {"type":"refusal","refusal":"b"},
            {"type":"input_image","image_url":"https://a.example/b.png"}]}],
            "tools":[{"type":"function","name":"f"},
            {"type":"namespace","name":"n","tools":[{"type":"function","name":"f"}]}],
            "tool_choice":{"type":"function","name":"f"},
            "reasoning":{},"text":{"format":{"type":"json_schema","schema":{}}}}
            """#
        ),
        (
            "MessagesRequest", .messages,
            #"""
            {"model":"m","max_tokens":1,"system":[{"type":"text","text":"s"}],
            "messages":[{"role":"user","content":[{"type":"text","text":"a"},
            {"type":"image","source":{"type":"url","url":"https://a.example/b.png"}},
            {"type":"image","source":{"type":"base64","media_type":"image/png","data":"eA=="}}]},
            {"role":"assistant","content":[{"type":"tool_use","id":"x","name":"f"}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"x",
            "content":[{"type":"text","text":"a"},
            {"type":"image","source":{"type":"url","url":"https://a.example/b.png"}},
            {"type":"image","source":{"type":"base64","media_type":"image/png","data":"eA=="}}]}]}],
            "tools":[{"name":"f"}],"tool_choice":{"type":"tool","name":"f"},
            "thinking":{"type":"enabled"},
            "output_config":{"format":{"type":"json_schema","schema":{}}}}
            """#
        ),
    ]

    @Test(arguments: requests.indices)
    func `every member that a reader takes is documented, and nothing that it does not`(
        index: Int
    ) throws {
        let (schema, api, body) = Self.requests[index]
        let taken = Mutex<Set<String>>([])
        let call = HTTPCall(method: "POST", path: "/", body: Array(body.utf8))
        _ = try RequestFields.$witness.withValue({ path in
            taken.withLock { _ = $0.insert(path.replacing(/\[\d+\]/, with: "[]")) }
        }) { try Asked(call, api) }
        let documented = Set(paths(of: Schema.reference(schema), at: ""))
        #expect(taken.withLock { $0 }.subtracting(documented).isEmpty)
        #expect(documented.subtracting(taken.withLock { $0 }).isEmpty)
    }

    /// The members of a schema and of all within it, as `RequestFields.path` names them.
    private func paths(of schema: JSONValue, at place: String) -> [String] {
        var schema = schema
        if let name = schema["$ref"]?.text?.split(separator: "/").last {
            schema = document["components"]?["schemas"]?[String(name)] ?? nil
        }
        var paths: [String] = []
        if case .array(let choices)? = schema["anyOf"] {
            paths += choices.flatMap { self.paths(of: $0, at: place) }
        }
        if let element = schema["items"] { paths += self.paths(of: element, at: place + "[]") }
        // An object that anything may stand in is not read.
        guard schema["additionalProperties"] == false,
            case .object(let members)? = schema["properties"]
        else { return paths }
        for (name, member) in members {
            let path = place.isEmpty ? name : "\(place).\(name)"
            paths += [path] + self.paths(of: member, at: path)
        }
        return paths
    }

    @Test(arguments: ClientRequest.API.allCases)
    func `the events of a stream are those that are documented`(api: ClientRequest.API) async throws
    {
        let bench = try GatewayBench()
        let question = "What is 17 * 23?"
        let messages = #""messages":[{"role":"user","content":"\#(question)"}]"#
        let template = try #require(Route.templates.first { $0.target == .run(api) })
        let response = await bench.ask(
            template.path,
            """
            {"model":"podium","stream":true,\(api == .responses ? "" : messages)\
            \(api == .messages ? ",\"max_tokens\":9" : "")\
            \(api == .responses ? "\"input\":\"\(question)\"" : "")}
            """
        ).over()
        #expect(response.isWhole)
        let named = response.text.split(separator: "\n").filter { $0.hasPrefix("event: ") }
        let schema = "\(StreamSchemas.event(of: api))"
        #expect(named.isEmpty == (api == .chat))
        for line in Set(named) { #expect(schema.contains("\"\(line.dropFirst(7))\"")) }
    }

    @Test func `whoever is told of a wrong method is told of the right ones`() async throws {
        let bench = try GatewayBench()
        let post = await bench.ask("/v1/models", method: "POST").over()
        #expect(post.status == 405 && post.header("allow") == "GET, HEAD, OPTIONS")
        let get = await bench.ask("/v1/messages", method: "GET").over()
        #expect(get.status == 405 && get.header("allow") == "POST, OPTIONS")
    }
}

extension JSONValue {
    fileprivate var names: Set<String>? {
        if case .object(let members) = self { Set(members.keys) } else { nil }
    }
}
