import PodiumCore
import PodiumTesting
import Testing

struct EventCodecTests {
    private let codec = EventCodec()
    private let line = JSONLine()
    private let session = SessionID(rawValue: "20261123-233812-k3f9")

    private func event(_ fact: Fact) -> Event {
        Event(sequence: 3, time: Timestamp(microseconds: 1_795_477_092_345_678), fact: fact)
    }

    @Test func `the names of facts in the store never change`() {
        #expect(
            FactKind.allCases.map(\.rawValue) == [
                "sessionOpened", "planAccepted", "planRejected", "attemptStarted", "textAppended",
                "reasoningAppended", "attemptFinished", "attemptFailed", "attemptCancelled",
                "retryScheduled", "stepFinished", "stepFailed", "stepSkipped", "sessionClosed",
                "workflowBegun", "answerKept", "forecastMade", "stepSelected", "stepRerouted",
                "stepAsked", "workerLeft", "workerReturned", "budgetReached", "overrideApplied",
                "overrideRefused", "sessionResumed", "attemptHeld", "attemptSent",
                "toolCallsAppended",
            ]
        )
        #expect(FactKind.allCases.allSatisfy { $0.version == 1 })
    }

    @Test func `there is a sample of every kind`() throws {
        let types = try FactSamples.all.map { try codec.encode(event($0)).type }
        #expect(Set(types) == Set(FactKind.allCases.map(\.rawValue)))
    }

    @Test(arguments: FactSamples.all)
    func `every fact comes back from the store as it was`(fact: Fact) throws {
        let stored = try codec.encode(event(fact))
        #expect(codec.decode(stored) == event(fact))
        #expect(try codec.encode(codec.decode(stored)) == stored)
    }

    @Test(arguments: FactSamples.all)
    func `every fact comes back from its line as it was`(fact: Fact) throws {
        let text = try line.text(of: event(fact), in: session)
        #expect(!text.utf8.contains(UInt8(ascii: "\n")))
        let (session, read) = try line.event(from: text)
        #expect(session == self.session)
        #expect(read == event(fact))
    }

    @Test func `streamed text is stored without JSON`() throws {
        let stored = try codec.encode(
            event(.textAppended(TextAppended(attempt: AttemptID(4), text: "hi")))
        )
        #expect(stored.attempt == 4)
        #expect(stored.text == "hi")
        #expect(stored.body == nil)
    }

    @Test func `a body has no key of the line's header`() throws {
        for fact in FactSamples.all {
            let body = try codec.encode(event(fact)).body ?? ""
            for key in ["session", "sequence", "time", "type", "version", "stored", "text"] {
                let isAtTop = body.hasPrefix("{\"\(key)\":") || topKeys(of: body).contains(key)
                #expect(!isAtTop, "\(key) in \(body)")
            }
        }
    }

    /// The keys of a JSON object that are not inside another.
    private func topKeys(of body: String) -> [String] {
        var keys: [String] = []
        var depth = 0
        var isInText = false
        var isEscaped = false
        var text = ""
        for character in body.unicodeScalars {
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "\"" {
                    isInText = false
                } else {
                    text.unicodeScalars.append(character)
                }
                continue
            }
            switch character {
            case "\"": (isInText, text) = (true, "")
            case "{", "[": depth += 1
            case "}", "]": depth -= 1
            case ":" where depth == 1: keys.append(text)
            default: break
            }
        }
        return keys
    }

    // MARK: What is not known

    static let unknown: [StoredEvent] = [
        ("lunchServed", 1, nil, nil, "{\"dish\":\"soup\",\"spoons\":[1,2.5,null,true]}"),
        ("lunchServed", 1, nil, nil, "{ \"dish\" : \"soup\" }"),
        ("lunchServed", 1, nil, nil, nil),
        ("lunchServed", 1, nil, nil, "{}"),
        ("lunchServed", 1, 7, "text of its own", "{\"a\":1}"),
        ("lunchServed", 1, nil, nil, "{\"time\":\"noon\",\"stored\":true}"),
        ("lunchServed", 1, nil, nil, "{\"n\":123456789012345678901234567890,\"x\":1.10}"),
        ("lunchServed", 1, nil, "\u{9B}2J", "{\"dish\":\"\u{202E}soup\"}"),
        ("lunchServed", 1, nil, nil, "{\"dish\":\"\u{202E}soup\u{7F}\"}"),
        ("stepFinished", 2, nil, nil, "{\"step\":1,\"verdict\":\"fine\"}"),
        ("stepFinished", 1, nil, nil, "{\"step\":"),
        ("stepFinished", 1, nil, nil, "not JSON"),
        ("stepFinished", 1, nil, nil, ""),
        ("stepFinished", 1, nil, nil, "[]"),
        ("stepFinished", 1, nil, nil, nil),
        ("textAppended", 1, nil, "no attempt", nil),
        ("textAppended", 1, 3, nil, nil),
        ("textAppended", 2, 3, "newer", "{\"tone\":\"kind\"}"),
        ("reasoningAppended", 1, nil, nil, "{\"attempt\":3,\"text\":\"in the wrong place\"}"),
        ("", .max, .min, "", ""),
        ("quoted\"\\type\n", -1, nil, nil, "{\"a\":\"\\u0000\"}"),
    ].map { type, version, attempt, text, body in
        StoredEvent(
            sequence: 5,
            time: Timestamp(microseconds: 0),
            type: type,
            version: version,
            attempt: attempt,
            text: text,
            body: body
        )
    }

    @Test(arguments: unknown)
    func `what this version cannot read is kept and written out as it came`(stored: StoredEvent)
        throws
    {
        let event = codec.decode(stored)
        guard case .unknown = event.fact else {
            Issue.record("it was read: \(event.fact)")
            return
        }
        #expect(try codec.encode(event) == stored)
        let text = try line.text(of: event, in: session)
        #expect(try line.event(from: text).event == event)
    }

    @Test func `an unknown fact's fields stand beside the header where they can`() throws {
        let text = try line.text(of: codec.decode(Self.unknown[0]), in: session)
        #expect(
            text == """
                {"session":"20261123-233812-k3f9","sequence":5,"time":"1970-01-01T00:00:00.000000Z",\
                "type":"lunchServed","version":1,"dish":"soup","spoons":[1,2.5,null,true]}
                """
        )
    }
}
