package dev.swarmha.cli.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts as git writes them; git itself is not run. */
final class GitCommitTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String OTHER = "fedcba9876543210fedcba9876543210fedcba98";

  private final Path tree;

  GitCommitTest(@TempDir Path directory) {
    this.tree = directory;
  }

  @Test
  void readsADetachedHeadFromADirectoryBelow() throws IOException {
    write(".git/HEAD", COMMIT + "\n");
    Files.createDirectories(tree.resolve("deploy/production"));

    assertThat(GitCommit.of(tree.resolve("deploy/production"))).contains(COMMIT);
  }

  @Test
  void readsABranch() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(".git/refs/heads/main", COMMIT + "\n");

    assertThat(GitCommit.of(tree)).contains(COMMIT);
  }

  @Test
  void readsABranchThatIsPacked() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(
        ".git/packed-refs",
        "# pack-refs with: peeled fully-peeled sorted\n"
            + OTHER
            + " refs/heads/other/refs/heads/main\n"
            + COMMIT
            + " refs/heads/main\n^"
            + OTHER
            + "\n");

    assertThat(GitCommit.of(tree)).contains(COMMIT);
  }

  @Test
  void prefersABranchOfItsOwnToAPackedOne() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(".git/refs/heads/main", COMMIT);
    write(".git/packed-refs", OTHER + " refs/heads/main\n");

    assertThat(GitCommit.of(tree)).contains(COMMIT);
  }

  @Test
  void followsALinkedWorkTree() throws IOException {
    write("main/.git/worktrees/w/HEAD", "ref: refs/heads/work\n");
    write("main/.git/worktrees/w/commondir", "../..\n");
    write("main/.git/refs/heads/work", COMMIT + "\n");
    write("work/.git", "gitdir: " + tree.resolve("main/.git/worktrees/w") + "\n");

    assertThat(GitCommit.of(tree.resolve("work"))).contains(COMMIT);
  }

  @Test
  void followsASubmodule() throws IOException {
    write("module/.git", "gitdir: ../.git/modules/module\n");
    write(".git/modules/module/HEAD", COMMIT);
    write(".git/HEAD", OTHER);

    assertThat(GitCommit.of(tree.resolve("module"))).contains(COMMIT);
  }

  @Test
  void knowsNoneWhereThereIsNone() throws IOException {
    assertThat(GitCommit.of(tree.resolve("nosuch"))).isEmpty();
    write("fresh/.git/HEAD", "ref: refs/heads/main\n");
    assertThat(GitCommit.of(tree.resolve("fresh"))).isEmpty();
    write("odd/.git/HEAD", "ref: ../../secret\n");
    write("secret", COMMIT);
    assertThat(GitCommit.of(tree.resolve("odd"))).isEmpty();
    write("text/.git", "something else");
    assertThat(GitCommit.of(tree.resolve("text"))).isEmpty();
    write("binary/.git/HEAD", "\0\0");
    assertThat(GitCommit.of(tree.resolve("binary"))).isEmpty();
  }

  private void write(String name, String text) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
