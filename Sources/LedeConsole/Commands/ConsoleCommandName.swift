/// The names of the console's own commands, which begin with a dot.
package enum ConsoleCommandName: String, CaseIterable, Sendable {
  case help, tables, schema, show, why, mode, rows, width, timer, history, read, output, once
  case cite, expand, explain, quit, exit

  /// The command's name with its dot and what it takes, as help shows it.
  package var usage: String {
    switch self {
    case .help: return ".help [TOPIC]"
    case .tables: return ".tables"
    case .schema: return ".schema [TABLE]"
    case .show: return ".show N"
    case .why: return ".why N"
    case .mode: return ".mode [MODE]"
    case .rows: return ".rows [N]"
    case .width: return ".width [N]"
    case .timer: return ".timer on|off"
    case .history: return ".history [N]"
    case .read: return ".read FILE [NAME=VALUE …]"
    case .output: return ".output [FILE]"
    case .once: return ".once FILE"
    case .cite: return ".cite N"
    case .expand: return ".expand QUERY"
    case .explain: return ".explain QUERY"
    case .quit: return ".quit"
    case .exit: return ".exit"
    }
  }

  package var summary: String {
    switch self {
    case .help: return "this page, or all on a table, operator, function, command or error"
    case .tables: return "what can be asked, and how many rows there are"
    case .schema: return "the columns of a table and what they hold"
    case .show: return "row N of the last answer in its article, its words marked"
    case .why: return "every place in the articles that row N of the last answer rests on"
    case .mode: return "the form of results, such as table, line, csv or json"
    case .rows: return "how many rows of a result are shown (0 for all)"
    case .width: return "how wide tables are drawn (0: as wide as the terminal)"
    case .timer: return "whether the time of a run is told"
    case .history: return "the last statements typed"
    case .read: return "run a saved script, with values for its parameters"
    case .output:
      return "results to a file, in the form of its ending; without FILE to the screen again"
    case .once: return "the next result to a file, in the form of its ending (.csv, .json …)"
    case .cite: return "what row N of the last answer rests on, to be quoted elsewhere"
    case .expand: return "a short form as the pipeline that it stands for"
    case .explain: return "the stages that a query is run in"
    case .quit, .exit: return "leave (Ctrl-D does too)"
    }
  }
}
