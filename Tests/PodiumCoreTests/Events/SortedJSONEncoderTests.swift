import FoundationEssentials
import Testing

@testable import PodiumCore

/// The store's form of a fact is what Foundation gave before.
struct SortedJSONEncoderTests {
    private func expectSame(_ value: some Encodable) throws {
        let foundation = JSONEncoder()
        foundation.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let expected = String(decoding: try foundation.encode(value), as: UTF8.self)
        #expect(try SortedJSONEncoder().text(of: value) == expected)
    }

    @Test func `objects, lists and scalars are written as Foundation writes them`() throws {
        let lists: [[Int?]] = [[], [1, nil, -2], [.min, .max, 0]]
        try expectSame(["lists": lists, "": [], "b": [[7]], "ba": [[8]], "a": [[nil]]])
        try expectSame([String: Int]())
        try expectSame([Int]())
        try expectSame([UInt64.max, 0])
        try expectSame([true, false])
        try expectSame([
            0, -0.0, 1, 0.1, 1.8e-05, 8.999999999999999e-05, 1e300, -2.5, 1e16, 123456.75,
        ])
    }

    @Test func `every character is written as Foundation writes it`() throws {
        let scalars = (UInt32(0)...0x2100).compactMap(Unicode.Scalar.init)
        try expectSame(scalars.map { "x\($0)y/\($0)\($0)" })
        try expectSame("")
        try expectSame(FactSamples.text)
    }

    @Test func `payloads are written as Foundation writes them`() throws {
        for fact in FactSamples.all {
            switch fact {
            case .sessionOpened(let payload): try expectSame(payload)
            case .planAccepted(let payload): try expectSame(payload)
            case .planRejected(let payload): try expectSame(payload)
            case .attemptStarted(let payload): try expectSame(payload)
            case .attemptFinished(let payload): try expectSame(payload)
            case .attemptFailed(let payload): try expectSame(payload)
            case .attemptCancelled(let payload): try expectSame(payload)
            case .retryScheduled(let payload): try expectSame(payload)
            case .stepFinished(let payload): try expectSame(payload)
            case .stepFailed(let payload): try expectSame(payload)
            case .stepSkipped(let payload): try expectSame(payload)
            case .sessionClosed(let payload): try expectSame(payload)
            case .workflowBegun(let payload): try expectSame(payload)
            case .answerKept(let payload): try expectSame(payload)
            case .forecastMade(let payload): try expectSame(payload)
            case .stepSelected(let payload): try expectSame(payload)
            case .stepRerouted(let payload): try expectSame(payload)
            case .stepAsked(let payload): try expectSame(payload)
            case .workerLeft(let payload): try expectSame(payload)
            case .workerReturned(let payload): try expectSame(payload)
            case .budgetReached(let payload): try expectSame(payload)
            case .overrideApplied(let payload): try expectSame(payload)
            case .overrideRefused(let payload): try expectSame(payload)
            case .sessionResumed(let payload): try expectSame(payload)
            case .attemptQueued(let payload): try expectSame(payload)
            case .attemptSent(let payload): try expectSame(payload)
            case .textAppended, .unknown: break
            }
        }
    }

    @Test
    func `a number that JSON cannot hold is refused, and the next value is not touched by it`()
        throws
    {
        let encoder = SortedJSONEncoder()
        #expect(throws: EncodingError.self) { try encoder.text(of: ["a": [1, Double.nan]]) }
        #expect(try encoder.text(of: ["b": 1]) == #"{"b":1}"#)
    }
}
