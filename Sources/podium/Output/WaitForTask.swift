import Dispatch
import Synchronization

/// Runs asynchronous work from a command and waits for its end.
func waitForTask<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let result = TaskResult<Value>()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        let value = await work()
        result.value.withLock { $0 = value }
        done.signal()
    }
    done.wait()
    guard let value = result.value.withLock({ $0 }) else {
        preconditionFailure("the task has signalled its end")
    }
    return value
}

private final class TaskResult<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}
