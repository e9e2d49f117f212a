import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

@Test func `tmp timing`() {
    let clock = ContinuousClock()
    for task in ["(1/3)^20000", "2^-20000", "(2000!)^5", "2000!", "2^19000", "how many primes are there below 1000000", "the next prime after 999999999000", "divisors of 963761198400", "7^100000 mod 13", "2^19000 / 3^12000", "1/3^9000 + 1/7^6000", "99999!", "the 78498th prime", "2^3000 rounded to 100 decimal places"] {
        let t = clock.measure { var r = SeededGenerator(seed: 1); _ = Reckoner().work(on: StepRequest(question: "", seen: [], subtask: task), random: &r) }
        print("TT", task, t)
    }
    var total = Duration.zero
    for sample in Samples.all { let t = clock.measure { _ = PlanRunner().run(sample.question) }; total += t; print("TT", sample.name, t) }
}
