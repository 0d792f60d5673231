import Glibc

/// How the command ends; the codes that the manual states.
enum ExitStatus: Int32, Error {
  case done = 0
  case queryFailed = 1
  case wrongUsage = 2
  case filesFailed = 3
  case limitReached = 4
  case noRows = 5
  case interrupted = 130
}
