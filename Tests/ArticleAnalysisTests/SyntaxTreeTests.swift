import ArticleAnalysis
import ArticleModel
import Testing

@Suite("Syntax tree")
struct SyntaxTreeTests {
  /// Two tokens of another sentence, then "Ana saw a hearing yesterday on floods", where "floods"
  /// depends on "hearing".
  static let heads = [0, 0, 3, 3, 5, 3, 3, 8, 5]

  static func tree(_ heads: [Int] = heads, from start: Int = 2) -> SyntaxTree {
    let tokens = heads.enumerated().map { index, head in
      var token = Token(start: index, end: index + 1, sentence: 0, word: .none, lower: .none)
      token.head = Int32(head)
      return token
    }
    var tree = SyntaxTree()
    tree.read(TokenRange(start, heads.count), tokens: tokens)
    return tree
  }

  @Test("heads, roots and children in order")
  func children() {
    let tree = Self.tree()
    #expect(tree.roots == [3])
    #expect(tree.head(of: 3) == nil)
    #expect(tree.head(of: 8) == 5)
    #expect(Array(tree.children(of: 3)) == [2, 5, 6])
    #expect(Array(tree.children(of: 5)) == [4, 8])
    #expect(Array(tree.children(of: 6)).isEmpty)
    #expect(tree.nextSibling(of: 5) == 6)
    #expect(tree.previousSibling(of: 2) == nil)
    #expect(tree.depth(of: 7) == 3)
  }

  @Test("subtrees, with and without gaps")
  func spans() {
    let tree = Self.tree()
    #expect(tree.span(of: 3) == TokenRange(2, 9))
    #expect(!tree.hasGaps(3))
    #expect(tree.span(of: 5) == TokenRange(4, 9))
    #expect(tree.hasGaps(5))
    #expect(tree.runs(of: 5) == [TokenRange(4, 6), TokenRange(7, 9)])
    #expect(tree.runs(of: 8) == [TokenRange(7, 9)])
    #expect(tree.dominates(5, 7))
    #expect(!tree.dominates(5, 6))
  }

  @Test("the head of a range is the word nearest to the root")
  func headOfRange() {
    let tree = Self.tree()
    #expect(tree.head(of: TokenRange(4, 6)) == 5)
    #expect(tree.head(of: TokenRange(6, 9)) == 6)
    #expect(tree.head(of: TokenRange(2, 9)) == 3)
    #expect(tree.head(of: TokenRange(5, 5)) == nil)
  }

  @Test("paths go over the lowest common head")
  func paths() throws {
    let tree = Self.tree()
    let path = try #require(tree.path(from: 7, to: 6))
    #expect(path.up == [7, 8, 5, 3])
    #expect(path.down == [6])
    let down = try #require(tree.path(from: 5, to: 7))
    #expect(down.up == [5])
    #expect(down.down == [8, 7])
  }

  @Test("given heads may be no tree: circles, heads elsewhere")
  func damaged() {
    let circle = Self.tree([1, 2, 0, 3], from: 0)
    #expect(circle.roots == [3])
    #expect(circle.depth(of: 0) == 4)
    #expect(circle.path(from: 0, to: 3) == nil)
    #expect(circle.runs(of: 0).count == 1)
    #expect(circle.dominates(0, 1))
    let outside = Self.tree([5, 0, -1, 900], from: 1)
    #expect(outside.roots == [1, 2, 3])
    #expect(Self.tree([], from: 0).roots.isEmpty)
  }
}
