package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code packaging/build} makes, unpacked and installed as users do. The variant with a Java
 * of its own takes more than twenty seconds of a processor to make, so it is not made here: {@code
 * packaging/build} tries it each time that it makes one.
 */
class PackagesTest {

  private static final Project PROJECT = Project.find();
  private static final String JAVA_HERE = System.getProperty("java.home");

  @TempDir private static Path made = Path.of("");

  @TempDir private Path directory = Path.of("");

  @BeforeAll
  static void make() throws Exception {
    build(made, "--no-runtime");
  }

  @Test
  void haveTheSumsThatAreHandedOutWithThem() throws Exception {
    List<String> sums = Files.readAllLines(made.resolve("SHA256SUMS"));

    assertThat(sums.stream().map(line -> line.replaceAll("^\\w+ [ *]", "")))
        .containsExactlyInAnyOrderElementsOf(names("swarmha.*"))
        .hasSize(3);
    said(Map.of(), "sh", "-c", "cd \"$0\" && sha256sum --check SHA256SUMS", made.toString());
  }

  @Test
  void runFromArchives() throws Exception {
    Path tar = made.resolve(name(".*\\.tar\\.gz"));
    Path zip = made.resolve(name(".*\\.zip"));
    Path fromTar = Files.createDirectory(directory.resolve("from a tar"));
    Path fromZip = Files.createDirectory(directory.resolve("from a zip"));

    said(Map.of(), "tar", "-xzf", tar.toString(), "-C", fromTar.toString());
    said(Map.of(), "unzip", "-q", zip.toString(), "-d", fromZip.toString());

    for (Path place : List.of(fromTar, fromZip)) {
      assertRuns(only(place).resolve("bin/swarmha"), Map.of("JAVA_HOME", JAVA_HERE));
    }
    assertThat(said(Map.of(), "diff", "-r", only(fromTar).toString(), only(fromZip).toString()))
        .isEmpty();
  }

  /** Into a root of its own, with a database of its own: nothing of this machine is touched. */
  @Test
  void installAndRemoveAsADebianPackage() throws Exception {
    Path file = made.resolve(name(".*\\.deb"));
    Path root = directory.resolve("root");
    Path database = root.resolve("var/lib/dpkg");
    Files.createDirectories(database.resolve("updates"));
    Files.createDirectory(database.resolve("info"));
    Files.createFile(database.resolve("status"));

    assertThat(said(Map.of(), "dpkg", "--info", file.toString()))
        .contains("Package: swarmha", "Architecture: all", "Maintainer: ", "java17-runtime");
    dpkg(root, "--install", file.toString());

    assertInstalled(root);
    assertThat(dpkg(root, "--verify", "swarmha")).isEmpty();
    dpkg(root, "--remove", "swarmha");
    assertThat(root.resolve("usr")).doesNotExist();
    assertThat(dpkg(root, "--list")).doesNotContain("swarmha");
  }

  @Test
  void areTheSameWhenMadeAgain() throws Exception {
    build(directory, "--no-runtime");

    for (String name : names(".*")) {
      assertThat(directory.resolve(name)).hasSameBinaryContentAs(made.resolve(name));
    }
  }

  private static void assertInstalled(Path root) throws Exception {
    Map<String, String> java = Map.of("JAVA_HOME", JAVA_HERE);
    assertRuns(root.resolve("usr/bin/swarmha"), java);
    String plugin = root.resolve("usr/libexec/docker/cli-plugins/docker-swarmha").toString();
    assertThat(said(java, plugin, "docker-cli-plugin-metadata"))
        .contains("\"Vendor\": \"swarmha\"");
    assertThat(said(java, plugin, "swarmha", "--version")).startsWith("swarmha ");
    Path share = root.resolve("usr/share");
    assertThat(said(java, "zcat", share.resolve("man/man1/swarmha-deploy.1.gz").toString()))
        .contains(".TH ");
    assertThat(said(java, "zcat", share.resolve("doc/swarmha/changelog.gz").toString()))
        .startsWith("swarmha (");
    assertThat(share.resolve("doc/swarmha/copyright")).exists();
    assertCompletion(share.resolve("bash-completion/completions/swarmha"), "swarmha.bash");
    assertCompletion(share.resolve("zsh/vendor-completions/_swarmha"), "_swarmha");
    assertCompletion(share.resolve("fish/vendor_completions.d/swarmha.fish"), "swarmha.fish");
  }

  private static void assertCompletion(Path installed, String source) {
    assertThat(installed)
        .hasSameBinaryContentAs(PROJECT.root().resolve("completions").resolve(source));
  }

  private static void assertRuns(Path program, Map<String, String> environment) throws Exception {
    assertThat(said(environment, program.toString(), "--version")).startsWith("swarmha ");
    assertThat(said(environment, program.toString(), "ls", "--help")).contains("swarmha ls");
  }

  private static void build(Path target, String... options) throws Exception {
    Stream<String> command =
        Stream.of(
                Stream.of(PROJECT.root().resolve("packaging/build").toString()),
                Stream.of(options),
                Stream.of(target.toString()))
            .flatMap(words -> words);
    said(
        Map.of("JAVA_HOME", JAVA_HERE, "PATH", System.getenv("PATH")),
        command.toArray(String[]::new));
  }

  /** Java is not in the database, so what the package depends on is not looked at. */
  private String dpkg(Path root, String... action) throws Exception {
    Stream<String> options =
        Stream.of(
            "dpkg",
            "--root=" + root,
            "--log=" + directory.resolve("dpkg.log"),
            "--force-depends",
            "--force-not-root");
    return said(Map.of(), Stream.concat(options, Stream.of(action)).toArray(String[]::new));
  }

  private static String name(String pattern) throws IOException {
    List<String> names = names(pattern);
    assertThat(names).as(pattern).hasSize(1);
    return names.get(0);
  }

  private static List<String> names(String pattern) throws IOException {
    try (Stream<Path> files = Files.list(made)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(pattern))
          .toList();
    }
  }

  private static Path only(Path place) throws IOException {
    try (Stream<Path> inside = Files.list(place)) {
      return inside.findFirst().orElseThrow();
    }
  }

  /** Runs a program that knows of this machine's Java only what the environment says. */
  private static String said(Map<String, String> environment, String... words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().put("SWARMHA_CACHE", "off");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", words) + "\n" + said).isZero();
    return said;
  }
}
