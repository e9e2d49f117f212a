import Foundation
import Glibc

/// What the kernel knows of a process.
enum ProcessFacts {
    /// User and system time so far, in ticks of the kernel's clock.
    static func processorSeconds(of process: pid_t) -> Double {
        guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        else { return 0 }
        // Fields 14 and 15, counted after the name in parentheses, which is the second.
        let fields = line[(line.lastIndex(of: ")") ?? line.startIndex)...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13])
        else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Of this process, in MiB.
    static var residentMemory: Double { status("VmRSS") }

    /// The most that this process has had since `forgetPeak`, in MiB.
    static var peakMemory: Double { status("VmHWM") }

    static func forgetPeak() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }

    private static func status(_ name: String) -> Double {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
        return (kibibytes.flatMap { Double($0) } ?? 0) / 1_024
    }

    /// What the calling thread has used, in seconds: the reader of a pseudo-terminal does not count.
    static var threadSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
