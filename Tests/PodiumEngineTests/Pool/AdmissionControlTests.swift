import PodiumCore
import Testing

@testable import PodiumEngine

@Suite struct AdmissionControlTests {
    private func time(_ seconds: Double) -> Timestamp {
        Timestamp(microseconds: 1_790_000_000_000_000) + .seconds(seconds)
    }

    private func request(
        _ id: Int,
        model: String = "m",
        tokens: Int = 1
    ) -> AdmissionControl.Request {
        .init(id: id, provider: "p", model: model, tokens: tokens)
    }

    private func control(_ limits: ProviderLimits) -> AdmissionControl {
        AdmissionControl(limits: ["p": limits])
    }

    private func admitted(by control: inout AdmissionControl, at now: Timestamp) -> [Int] {
        control.admit(to: "p", at: now).map(\.id)
    }

    @Test func `no more calls run at once than are allowed, in the order they came`() {
        var control = control(ProviderLimits(concurrency: 2))
        for id in 1...4 { control.enqueue(request(id)) }
        #expect(admitted(by: &control, at: time(0)) == [1, 2])
        #expect(control.wait(of: request(3), at: time(0)) == AdmissionWait(reason: .concurrency))
        #expect(control.nextDue(of: "p", at: time(0)) == nil)
        control.finish(request(1), tokens: nil)
        #expect(admitted(by: &control, at: time(1)) == [3])
    }

    @Test func `requests a minute are kept`() {
        var control = control(ProviderLimits(requestsPerMinute: 2))
        for id in 1...3 { control.enqueue(request(id)) }
        #expect(admitted(by: &control, at: time(0)).count == 2)
        let wait = AdmissionWait(reason: .requestsPerMinute, due: time(60))
        #expect(control.wait(of: request(3), at: time(0)) == wait)
        #expect(control.nextDue(of: "p", at: time(0)) == time(60))
        #expect(admitted(by: &control, at: time(59)).isEmpty)
        #expect(admitted(by: &control, at: time(60)) == [3])
    }

    @Test func `tokens a minute are kept, by what calls really used`() {
        var control = control(ProviderLimits(tokensPerMinute: 100))
        control.enqueue(request(1, tokens: 90))
        control.enqueue(request(2, tokens: 50))
        #expect(admitted(by: &control, at: time(0)) == [1])
        control.finish(request(1, tokens: 90), tokens: 20)
        #expect(admitted(by: &control, at: time(1)) == [2])
    }

    @Test func `a model on hold is passed by others, and nothing else is`() {
        var control = control(ProviderLimits(concurrency: 1))
        control.pause("slow", of: "p", until: time(30))
        control.pause("slow", of: "p", until: time(10))
        control.enqueue(request(1, model: "slow"))
        control.enqueue(request(2))
        control.enqueue(request(3))
        #expect(admitted(by: &control, at: time(0)) == [2])
        #expect(
            control.wait(of: request(1, model: "slow"), at: time(0))
                == AdmissionWait(reason: .server, due: time(30))
        )
        control.finish(request(2), tokens: nil)
        #expect(admitted(by: &control, at: time(30)) == [1])
    }

    @Test func `a request that is taken back leaves room`() {
        var control = control(ProviderLimits(concurrency: 1))
        control.enqueue(request(1))
        control.enqueue(request(2))
        #expect(admitted(by: &control, at: time(0)) == [1])
        control.withdraw(request(2))
        control.finish(request(1), tokens: 0)
        control.enqueue(request(3))
        #expect(admitted(by: &control, at: time(0)) == [3])
    }

    @Test func `a provider without limits lets all go`() {
        var control = AdmissionControl(limits: [:])
        for id in 1...50 { control.enqueue(request(id)) }
        #expect(admitted(by: &control, at: time(0)).count == 50)
    }
}
