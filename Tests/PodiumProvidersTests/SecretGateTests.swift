import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct SecretGateTests {
    private static let secret = "sk-planted-0123456789"

    private func pass(_ pieces: [ReplyPiece], closing: Bool = true) -> [ReplyPiece] {
        var gate = SecretGate(Secrets([Self.secret, "sk-other-key"]))
        var passed: [ReplyPiece] = []
        for piece in pieces {
            var next = [piece]
            gate.pass(&next)
            passed += next
        }
        if closing { gate.close(into: &passed) }
        return passed
    }

    @Test func `a secret is taken out wherever it is cut`() {
        let text = "you sent \(Self.secret), and \(Self.secret)! ✓"
        for cut in text.indices {
            for other in text[cut...].indices {
                let pieces = [text[..<cut], text[cut..<other], text[other...]]
                    .filter { !$0.isEmpty }.map { ReplyPiece.text(String($0)) }
                #expect(pass(pieces).text == "you sent [key], and [key]! ✓")
            }
        }
    }

    @Test func `text that only begins like a secret is given whole`() {
        let pieces: [ReplyPiece] = [.text("ask-"), .text("sk-planted"), .text("-?"), .text("sk")]
        #expect(pass(pieces).text == "ask-sk-planted-?sk")
    }

    @Test func `reasoning and answer keep apart, and the end comes last`() {
        let pieces: [ReplyPiece] = [
            .reasoning("hm sk-"), .text("planted"), .usage(.zero), .text(" sk"), .finished(.stop),
        ]
        let passed = pass(pieces)
        #expect(passed.reasoning == "hm sk-")
        #expect(passed.text == "planted sk")
        #expect(passed.last == .finished(.stop))
    }

    @Test func `a secret a character at a time is seen between pieces of another channel`() {
        let pieces = Self.secret.flatMap { [ReplyPiece.text(String($0)), .reasoning("…")] }
        #expect(pass(pieces).text == "[key]")
        #expect(pass(pieces).reasoning == String(repeating: "…", count: Self.secret.count))
    }

    @Test func `a beginning that gives a secret away is a secret, however much of it comes`() {
        for count in 0...Self.secret.count {
            let beginning = String(Self.secret.prefix(count))
            let told = count < 17 ? beginning : "[key]"
            #expect(pass([.text("It is \(beginning)")]).text == "It is \(told)")
            #expect(pass([.text("It is \(beginning) or so")]).text == "It is \(told) or so")
        }
    }

    @Test(arguments: [
        "SK-PLANTED-0123456789", "Sk-Planted-0123456789", #"sk\u002dplanted\u002D0123456789"#,
        #"sk\\u002dplanted\\\\u002D0123456789"#, "sk%2dplanted%2D0123456789",
        "sk&#45;planted&#x2D;0123456789", #"\u0073\u006B-planted-0123456789"#,
    ])
    func `a secret is known in every spelling, whole and in pieces`(text: String) {
        #expect(pass([.text("<\(text)>")]).text == "<[key]>")
        #expect(pass(text.map { .text(String($0)) }).text == "[key]")
    }

    @Test(arguments: [
        "100%", "%", "a & b", "&#", "&#x", #"\"#, #"\\\\\\\\\\\\"#, "&#9999999;", "%zz", "s%6",
    ])
    func `what may begin a spelling and does not is given as it is`(text: String) {
        #expect(pass([.text(text), .text(" more")]).text == "\(text) more")
        #expect(pass(text.map { .text(String($0)) }).text == text)
    }

    @Test func `little is held back, and nothing for ever`() {
        let passed = pass(
            [.text("Some words"), .text("s"), .text("k"), .text("i")],
            closing: false
        )
        #expect(passed == [.text("Some word"), .text("s"), .text("ski")])
    }

    @Test func `what all keys of a vendor begin with is told, and the key is not`() {
        let token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
        for (secret, told) in [
            ("sk-ant-api03-Xk29fhQ7mZ01", "export KEY=sk-ant-api03-your-key-here"),
            ("\(token).eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl", "A token begins like \(token).eyJuYW1lIn0."),
        ] {
            let secrets = Secrets([secret])
            #expect(secrets.scrub(told) == told)
            #expect(secrets.scrub("It is \(secret.dropLast(3))!") == "It is [key]!")
        }
    }

    @Test func `a word that stands in the place of a key is no secret`() {
        for word in ["ollama", "lm-studio", "not-needed"] {
            #expect(Secrets([word]).scrub("Install \(word) first.") == "Install \(word) first.")
        }
        #expect(Secrets(["s3cret"]).scrub("It is s3cret.") == "It is [key].")
    }

    @Test func `a title and an identity of a model pass too`() {
        let gate = SecretGate(Secrets([Self.secret]))
        let model = ListedModel(id: "m-\(Self.secret)", title: Self.secret, contextTokens: 5)
        #expect(gate.pass(model) == ListedModel(id: "m-[key]", title: "[key]", contextTokens: 5))
    }
}
