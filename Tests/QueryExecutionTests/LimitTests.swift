import Foundation
import QueryExecution
import Testing

/// Limits and cancelling: every run ends in time, and the next one is not touched by it.
@Suite struct LimitTests {
  private static let endless = "range i from 1 to 10000000000000000 step 1"

  @Test func rows() throws {
    let options = RunOptions(limits: ExecutionLimits(rows: 10))
    #expect(throws: ExecutionError.limitExceeded(.rows, limit: 10, used: 11)) {
      try run("range i from 1 to 11 step 1", options: options)
    }
    #expect(try run("range i from 1 to 10 step 1", options: options).rows.count == 10)
  }

  @Test(arguments: [
    "| summarize count() by i", "| sort by i", "| summarize make_list(i)", "| distinct i",
    "| summarize dcount(i)", "| top 100000000 by i", "",
  ])
  func bytes(rest: String) throws {
    let options = RunOptions(limits: ExecutionLimits(bytes: 1_000_000))
    let error = #expect(throws: ExecutionError.self) {
      try run("\(Self.endless) \(rest)", options: options)
    }
    guard case .limitExceeded(.bytes, limit: 1_000_000, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func steps() throws {
    let error = #expect(throws: ExecutionError.self) {
      try run("\(Self.endless) | where i < 0", options: RunOptions(limits: .init(steps: 100_000)))
    }
    guard case .limitExceeded(.steps, limit: 100_000, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: ["| where i < 0", "| summarize count()", "| where i < 0 | sort by i"])
  func time(rest: String) throws {
    let error = #expect(throws: ExecutionError.self) {
      try run("\(Self.endless) \(rest)", options: RunOptions(limits: .init(milliseconds: 30)))
    }
    guard case .limitExceeded(.milliseconds, limit: 30, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: ["| where i < 0", "| summarize count()", "| summarize by i % 5", "| top 3 by i"])
  func cancelling(rest: String) throws {
    let token = CancellationToken()
    // Not a task: the run keeps its thread, and tasks have no more threads than processors.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.03)
      token.cancel()
    }
    #expect(throws: ExecutionError.cancelled) {
      try run("\(Self.endless) \(rest)", options: RunOptions(cancellation: token))
    }
  }

  @Test func manyStagesAreRefusedOrRun() throws {
    let rest = String(repeating: " | where i > 0", count: 500)
    #expect(try run("range i from 1 to 3 step 1\(rest) | count").rows == ["3"])
  }
}
