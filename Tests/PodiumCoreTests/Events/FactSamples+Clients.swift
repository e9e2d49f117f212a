import PodiumCore
import PodiumTesting

extension FactSamples {
    /// Sessions that clients of an API opened.
    static let clients: [Fact] = [
        .sessionOpened(
            SessionOpened(
                question: "?",
                conductor: .fixed(.diamond, source: "podium 0.1.0"),
                pool: [],
                seed: 1,
                program: "podium 0.1.0",
                client: ClientRequest(
                    client: "ann",
                    api: .chat,
                    model: "podium",
                    instructions: text,
                    messages: [
                        ChatMessage(.system, text), ChatMessage(.user, "?"),
                        ChatMessage(.assistant, ""),
                    ],
                    reply: ReplyTerms(
                        temperature: 0.5,
                        topP: 0.9,
                        topK: 3,
                        maxTokens: 100,
                        stop: [text],
                        seed: -7,
                        reasoningEffort: "low",
                        reasoningTokens: 1_024,
                        form: ReplyForm(name: "x", schema: ["type": "object"], isStrict: false)
                    )
                )
            )
        ),
        .sessionOpened(
            SessionOpened(
                question: "?",
                conductor: .fixed(.diamond, source: "podium 0.1.0"),
                pool: [],
                seed: 1,
                program: "podium 0.1.0",
                client: ClientRequest(
                    api: .messages,
                    model: "podium",
                    messages: [
                        ChatMessage(
                            .user,
                            parts: [.text("?"), .image(.data(type: "image/png", base64: "eA=="))]
                        ),
                        ChatMessage(
                            .assistant,
                            text,
                            toolCalls: [ToolCall(id: "call_x_0", name: "f", arguments: text)]
                        ),
                        ChatMessage(
                            .tool,
                            parts: [.text(text), .image(.address("https://a.example/b.png"))],
                            result: "call_x_0",
                            isFailure: true
                        ),
                    ],
                    tools: ToolTerms(
                        [
                            Tool(
                                name: "f",
                                description: text,
                                parameters: ["type": "object"],
                                isStrict: true
                            )
                        ],
                        choice: .named("f"),
                        isParallel: false
                    )
                )
            )
        ),
        .sessionOpened(
            SessionOpened(
                question: "?",
                conductor: .fixed(.diamond, source: "podium 0.1.0"),
                pool: [Worker(name: "w", provider: "p", model: "m", takes: [.tools, .images])],
                seed: 1,
                program: "podium 0.1.0",
                client: ClientRequest(
                    api: .responses,
                    model: "podium-mini",
                    tools: ToolTerms([], choice: .required),
                    reply: ReplyTerms(form: ReplyForm(name: "object"))
                )
            )
        ),
        .attemptStarted(
            AttemptStarted(
                attempt: AttemptID(2),
                agent: .step(StepID(3)),
                worker: "w",
                price: nil,
                subtask: "",
                saw: [],
                estimatedInput: 0,
                isAnswer: true
            )
        ),
    ]
}
