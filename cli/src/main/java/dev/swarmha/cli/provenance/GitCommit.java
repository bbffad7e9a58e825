package dev.swarmha.cli.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commit that a git work tree is at, read from git's own files (gitrepository-layout(5)). Git
 * itself is not run, since its configuration may make it run anything.
 */
final class GitCommit {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final String REFERENCE = "ref: refs/";
  private static final String ELSEWHERE = "gitdir: ";

  private GitCommit() {}

  /** The commit of the work tree around a directory; empty where there is none. */
  static Optional<String> of(Path directory) {
    try {
      for (Path each = directory.toAbsolutePath().normalize();
          each != null;
          each = each.getParent()) {
        Path git = each.resolve(".git");
        if (Files.exists(git)) {
          return head(Files.isDirectory(git) ? git : linked(git));
        }
      }
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Work trees of their own, and submodules, have a file that says where the rest is. */
  private static Path linked(Path file) throws IOException {
    String text = line(file);
    return text.startsWith(ELSEWHERE)
        ? file.resolveSibling(text.substring(ELSEWHERE.length())).normalize()
        : file;
  }

  private static Optional<String> head(Path git) throws IOException {
    String head = line(git.resolve("HEAD"));
    if (!head.startsWith(REFERENCE)) {
      return Optional.of(head).filter(text -> COMMIT.matcher(text).matches());
    }
    String branch = head.substring("ref: ".length());
    Path shared = git.resolve("commondir");
    Path common = Files.exists(shared) ? git.resolve(line(shared)).normalize() : git;
    for (Path place : new Path[] {git.resolve(branch), common.resolve(branch)}) {
      if (Files.exists(place)) {
        return Optional.of(line(place)).filter(text -> COMMIT.matcher(text).matches());
      }
    }
    return packed(common.resolve("packed-refs"), branch);
  }

  private static Optional<String> packed(Path file, String branch) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.endsWith(" " + branch))
          .map(line -> line.substring(0, line.length() - branch.length() - 1))
          .filter(commit -> COMMIT.matcher(commit).matches())
          .findFirst();
    }
  }

  private static String line(Path file) throws IOException {
    return Files.readString(file).strip();
  }
}
