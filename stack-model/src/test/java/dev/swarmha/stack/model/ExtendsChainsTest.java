package dev.swarmha.stack.model;

import static dev.swarmha.stack.model.ComposeFiles.web;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that extend services that extend others: in any file, in any number. */
class ExtendsChainsTest extends ComposeScene {

  private static final String CHAIN =
      """
      services:
        base: {image: base, ports: ['80:80'], environment: {A: 1, B: 1}, mem_limit: 1g}
        middle:
          extends: base
          ports: !override ['90:90']
          environment: {A: !reset null}
          mem_limit: !reset null
        %s: {extends: middle, tty: true}
      """;

  ExtendsChainsTest(@TempDir Path directory) {
    super(directory);
  }

  @Test
  void honourTheTagsOfEveryLink() throws IOException {
    files.write("a.yml", CHAIN.formatted("web"));

    assertThat(web(files.tree("a.yml"), "ports")).isEqualTo(portNinety());
    assertThat(web(files.tree("a.yml"), "environment")).isEqualTo("{B=1}");
    assertThat(web(files.tree("a.yml"), "deploy")).isEqualTo("nothing");
  }

  @Test
  void honourTheTagsOfEveryLinkInOtherFiles() throws IOException {
    files
        .write("a.yml", "services: {web: {extends: {file: b.yml, service: last}}}")
        .write("b.yml", CHAIN.formatted("last"));

    assertThat(web(files.tree("a.yml"), "ports")).isEqualTo(portNinety());
    assertThat(web(files.tree("a.yml"), "environment")).isEqualTo("{B=1}");
    assertThat(web(files.tree("a.yml"), "deploy")).isEqualTo("nothing");
  }

  @Test
  void mayBeginInOneFileAsOftenAsTheyLike() throws IOException {
    files
        .write(
            "a.yml",
            services(500, i -> "web" + i + ": {extends: {file: common.yml, service: base}}"))
        .write("common.yml", "services: {base: {image: base}}");

    assertThat(files.tree("a.yml").mapping("services").keys()).hasSize(500);
  }

  @Test
  void endSomewhere() throws IOException {
    files.write(
        "a.yml", services(5_000, i -> "web" + i + ": {image: a, extends: web" + (i + 1) + "}"));
    files.write(
        "b.yml",
        services(
            5_000, i -> "web" + (5_000 - i) + ": {image: a, extends: web" + (5_001 - i) + "}"));

    String tooMany = "more than 100 services extend each other in a row";
    assertThat(files.errors("a.yml")).first().asString().contains(tooMany);
    assertThat(files.errors("b.yml")).anyMatch(line -> line.contains(tooMany));
  }

  @Test
  void areFoundToGoInCirclesThroughTheirOwnFile() throws IOException {
    files.write("a.yml", "services: {web: {image: a, extends: {file: a.yml, service: web}}}\n");

    assertThat(files.errors("a.yml"))
        .containsExactly(
            "a.yml:1:60: services.web.extends: the services extend each other: a.yml:web extends"
                + " a.yml:web");
    assertThat(files.errors("./a.yml")).hasSize(1);
  }

  @Test
  void tellWhatIsMissingWhereTheServiceItselfStands() throws IOException {
    files
        .write("a.yml", "services:\n  web: {extends: {file: b.yml, service: base}}\n")
        .write("b.yml", "services: {base: {tty: true}}\n");

    assertThat(files.errors("a.yml"))
        .containsExactly("a.yml:2:8: services.web: \"image\" is missing");
  }

  @Test
  void tellAboutNamesThatNoFileCanHave() throws IOException {
    files.write(
        "a.yml", "services: {web: {image: a, extends: {file: \"b\\0.yml\", service: base}}}\n");

    assertThat(files.errors("a.yml"))
        .containsExactly("a.yml:1:44: services.web.extends.file: \"b\0.yml\" is no path");
  }

  private static String portNinety() {
    return "[{mode=ingress, target=90, published=90, protocol=tcp}]";
  }

  private static String services(int count, IntFunction<String> one) {
    return "services:\n"
        + IntStream.range(0, count)
            .mapToObj(i -> "  " + one.apply(i))
            .collect(Collectors.joining("\n"));
  }
}
