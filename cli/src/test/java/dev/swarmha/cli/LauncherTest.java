package dev.swarmha.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the start script with scripts in the place of Java that say how they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the start script is one for POSIX shells")
final class LauncherTest {

  private static final Path SCRIPT = Path.of("src/main/dist/bin/swarmha").toAbsolutePath();

  private Path temporary;
  private Path dist;
  private Path launcher;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void installs(@TempDir Path directory) throws IOException {
    temporary = directory.toRealPath();
    dist = temporary.resolve("opt with spaces/swarmha");
    launcher = dist.resolve("bin/swarmha");
    Files.createDirectories(launcher.getParent());
    Files.copy(SCRIPT, launcher);
    makeExecutable(launcher);
    Path lib = Files.createDirectories(dist.resolve("lib"));
    Files.createFile(lib.resolve("one.jar"));
    Files.createFile(lib.resolve("two.jar"));
    Files.writeString(lib.resolve("build"), "b1\n");
    tools();
  }

  @Test
  void runsTheJavaOfJavaHome() throws Exception {
    Path home = java("jdk of mine", "openjdk version \"17.0.15\" 2025-04-15");
    environment.put("JAVA_HOME", home.toString());

    Run run = run(launcher, "deploy", "-c", "my file.yml");

    assertThat(run.error()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.output())
        .containsExactly(
            home.resolve("bin/java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=5",
            "-XX:+UseSerialGC",
            "-cp",
            classPath(),
            "dev.swarmha.cli.Main",
            "deploy",
            "-c",
            "my file.yml");
  }

  @Test
  void prefersJavaHomeToThePath() throws Exception {
    Path home = java("home", "openjdk version \"21\"");
    onPath(java("other", "openjdk version \"21\""));
    environment.put("JAVA_HOME", home.toString());

    assertThat(run(launcher).output()).first().isEqualTo(home.resolve("bin/java").toString());
  }

  @Test
  void findsJavaOnThePath() throws Exception {
    Path home = java("on the path", "openjdk version \"21.0.2\" 2024-01-16");
    onPath(home);

    assertThat(run(launcher).output()).first().isEqualTo(home.resolve("bin/java").toString());
  }

  @Test
  void readsTheVersionBesideAJavaThatIsALink() throws Exception {
    Path home = java("real", "must not be asked");
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"25.0.3\"\n");
    Path links = Files.createDirectories(temporary.resolve("links"));
    Files.createSymbolicLink(links.resolve("java"), home.resolve("bin/java"));
    environment.put("PATH", links + ":" + environment.get("PATH"));

    assertThat(run(launcher).output())
        .startsWith(links.resolve("java").toString())
        .contains("--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void saysWhenThereIsNoJava() throws Exception {
    Run run = run(launcher);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.error())
        .containsExactly("swarmha: no Java found; install Java 17 or later, or set JAVA_HOME");
  }

  @Test
  void saysWhenJavaHomeHoldsNoJava() throws Exception {
    environment.put("JAVA_HOME", "/nowhere");

    Run run = run(launcher);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.error())
        .containsExactly(
            "swarmha: JAVA_HOME is /nowhere, but there is no bin/java in it;"
                + " correct JAVA_HOME or unset it");
  }

  @ParameterizedTest
  @CsvSource({
    "openjdk version \"11.0.22\" 2024-01-16, 11.0.22",
    "java version \"1.8.0_402\", 1.8.0_402",
    "openjdk version \"16-ea\" 2021-03-16, 16-ea"
  })
  void refusesAJavaThatIsTooOld(String line, String version) throws Exception {
    Path home = java("old", line);
    environment.put("JAVA_HOME", home.toString());

    Run run = run(launcher);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.error())
        .containsExactly(
            "swarmha: "
                + home.resolve("bin/java")
                + " is Java "
                + version
                + ", and swarmha needs Java 17 or later; install one, or set JAVA_HOME");
  }

  @Test
  void refusesAJavaThatDoesNotTellItsVersion() throws Exception {
    Path home = java("dumb", "Unable to locate a Java Runtime.");
    environment.put("JAVA_HOME", home.toString());

    assertThat(run(launcher).error()).first().asString().contains("cannot tell the version of");
  }

  @Test
  void findsTheVersionBelowOtherLines() throws Exception {
    Path home = java("chatty", "Picked up JAVA_TOOL_OPTIONS: -Dx=y\nopenjdk version \"17\" 2021");
    environment.put("JAVA_HOME", home.toString());

    assertThat(run(launcher).code()).isZero();
  }

  @Test
  void followsNestedAndRelativeLinksToItself() throws Exception {
    onPath(java("jdk", "openjdk version \"17\""));
    Path bin = Files.createDirectories(temporary.resolve("bin"));
    Path absolute = Files.createSymbolicLink(bin.resolve("swarmha-1"), launcher);
    Files.createSymbolicLink(bin.resolve("swarmha-2"), absolute.getFileName());
    Path nested =
        Files.createSymbolicLink(temporary.resolve("swarmha-3"), Path.of("bin/swarmha-2"));

    assertThat(run(nested).output()).contains(classPath());
  }

  @Test
  void startsByARelativePath() throws Exception {
    onPath(java("jdk", "openjdk version \"17\""));
    environment.put("CDPATH", "/usr:/");

    assertThat(run(Path.of("opt with spaces/swarmha/bin/swarmha")).output()).contains(classPath());
  }

  @Test
  void splitsJavaOptionsAndExpandsNothing() throws Exception {
    onPath(java("jdk", "openjdk version \"17\""));
    environment.put("SWARMHA_JAVA_OPTS", "-Xmx64m  -Dpattern=/*");

    assertThat(run(launcher).output()).contains("-Xmx64m", "-Dpattern=/*");
  }

  @ParameterizedTest
  @CsvSource({"17.0.15, SharedArchiveFile", "24.0.2, SharedArchiveFile", "25.0.3, AOTCache"})
  void usesTheArchiveOfThisBuildAndThisJava(String version, String option) throws Exception {
    onPath(java("jdk", "openjdk version \"" + version + "\""));
    Path cache = Files.createDirectories(temporary.resolve("my cache"));
    environment.put("SWARMHA_CACHE", cache.toString());
    Path archive = Files.writeString(cache.resolve("b1-" + version + ".jsa"), "classes");

    assertThat(run(launcher, "ls").output())
        .contains("-XX:" + option + "=" + archive, "-Xlog:disable", classPath());
  }

  @Test
  void doesWithoutAnArchiveThatThisJavaCouldNotMake() throws Exception {
    onPath(java("jdk", "openjdk version \"17.0.15\""));
    environment.put("SWARMHA_CACHE", temporary.toString());
    Files.createFile(temporary.resolve("b1-17.0.15.jsa"));

    assertThat(run(launcher, "ls").output()).doesNotContain("-Xlog:disable");
  }

  @ParameterizedTest
  @CsvSource({"17.0.15, ArchiveClassesAtExit", "25.0.3, AOTCacheOutput"})
  void hasTheArchiveMadeBesideTheFirstStart(String version, String option) throws Exception {
    onPath(java("jdk", "openjdk version \"" + version + "\""));
    environment.put("PATH", environment.get("PATH") + ":/usr/bin:/bin");
    environment.put("XDG_CACHE_HOME", temporary.toString());
    Path rehearsal = temporary.resolve("jdk/rehearsal");
    new ProcessBuilder("mkfifo", rehearsal.toString()).start().waitFor();

    Run run = run(launcher, "ls");

    assertThat(run.error()).isEmpty();
    assertThat(run.output()).contains("dev.swarmha.cli.Main").doesNotContain("-Xlog:disable");
    Path archive = temporary.resolve("swarmha/b1-" + version + ".jsa.new");
    assertThat(Files.readAllLines(rehearsal)) // which waits for somebody to write there
        .contains("-XX:" + option + "=" + archive, classPath());
  }

  @ParameterizedTest
  @CsvSource({"SWARMHA_CACHE, off", "SWARMHA_CACHE, /proc/nowhere", "CI, true", "HOME, ''"})
  void startsWithoutAnArchiveWhereNoneCanBeOrShouldBeMade(String variable, String value)
      throws Exception {
    onPath(java("jdk", "openjdk version \"17.0.15\""));
    environment.put("PATH", environment.get("PATH") + ":/usr/bin:/bin");
    environment.put("HOME", temporary.toString());
    environment.put(variable, value);

    Run run = run(launcher, "ls");

    assertThat(run.code()).isZero();
    assertThat(run.error()).isEmpty();
    assertThat(run.output()).contains("dev.swarmha.cli.Main");
    assertThat(temporary.resolve(".cache")).doesNotExist();
  }

  private String classPath() {
    return dist.resolve("lib/one.jar") + ":" + dist.resolve("lib/two.jar");
  }

  /** Leaves the script nothing on the PATH but the tools that it needs. */
  private void tools() throws IOException {
    Path tools = Files.createDirectories(temporary.resolve("tools"));
    for (String tool : List.of("dirname", "readlink", "sed", "sh")) {
      Path original =
          Stream.of("/bin", "/usr/bin")
              .map(directory -> Path.of(directory, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Path stand =
          Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + original + " \"$@\"\n");
      makeExecutable(stand);
    }
    environment.put("PATH", tools.toString());
  }

  private void onPath(Path home) {
    environment.put("PATH", home.resolve("bin") + ":" + environment.get("PATH"));
  }

  private Path java(String name, String versionLines) throws IOException {
    Path home = temporary.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    String script =
        "#!/bin/sh\n"
            + "if [ \"$1\" = -version ]; then\n  cat >&2 <<'END'\n%s\nEND\n  exit\nfi\n"
                .formatted(versionLines)
            + "for last; do :; done\n"
            + "[ \"$last\" != dev.swarmha.cli.Rehearsal ] || exec > '%s/rehearsal'\n"
                .formatted(home)
            + "printf '%s\\n' \"$0\" \"$@\"\n";
    Files.writeString(java, script.replace("cat >&2", "/bin/cat >&2"));
    makeExecutable(java);
    return home;
  }

  private static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run run(Path program, String... arguments) throws Exception {
    Path output = temporary.resolve("output");
    Path error = temporary.resolve("error");
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(temporary.toFile());
    builder.redirectOutput(output.toFile()).redirectError(error.toFile());
    int code = builder.start().waitFor();
    return new Run(code, Files.readAllLines(output, UTF_8), Files.readAllLines(error, UTF_8));
  }

  private record Run(int code, List<String> output, List<String> error) {}
}
