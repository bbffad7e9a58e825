package dev.swarmha.stack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.render.StackFileWriter.Written;
import dev.swarmha.stack.source.StackSource;
import org.junit.jupiter.api.Test;

/** What docker takes only in some form, or not at all. */
final class StackFileWriterTest {

  @Test
  void namesNetworksInAListWhereAMappingMayNotHaveTheName() {
    Written written = write("services: {web: {image: web, networks: {front: null, 'a b': {}}}}");

    assertThat(written.file())
        .isEqualTo(yaml("services: {web: {image: web, networks: [front, 'a b']}}"));
    assertThat(written.warnings()).isEmpty();
  }

  @Test
  void tellsWhatAListOfNetworksCannotSay() {
    Written written =
        write("services: {web: {image: web, networks: {front: {aliases: [x]}, 'a b': null}}}");

    assertThat(written.file())
        .isEqualTo(yaml("services: {web: {image: web, networks: [front, 'a b']}}"));
    assertThat(written.warnings())
        .containsExactly(
            "services.web.networks.front: left out, because a network beside this one has a name"
                + " with which docker accepts no details of any; rename that one");
  }

  @Test
  void tellsOfWhatNoListMayHaveTwice() {
    Written written = write("services: {web: {image: web, dns: [1.1.1.1, 8.8.8.8, 1.1.1.1]}}");

    assertThat(written.file())
        .isEqualTo(yaml("services: {web: {image: web, dns: [1.1.1.1, 8.8.8.8]}}"));
    assertThat(written.warnings())
        .containsExactly(
            "services.web.dns: no file may have \"1.1.1.1\" twice; it is written once");
  }

  @Test
  void saysHowDockerCanBeGivenContents() {
    Written written =
        write(
            "secrets: {token: {environment: TOKEN}}\n"
                + "configs: {page: {content: hello}, own: {file: /a}}");

    assertThat(written.file())
        .isEqualTo(
            yaml(
                "secrets: {token: {x-swarmha: {compose: {environment: TOKEN}}}}\n"
                    + "configs: {page: {x-swarmha: {compose: {content: hello}}}, own: {file: /a}}"));
    assertThat(written.warnings())
        .hasSize(2)
        .contains(
            "configs.page: docker stack deploy fails on this, since it takes the content of a"
                + " config from a file alone; for docker, write the content into a file and name it"
                + " with \"file: FILE\" in place of x-swarmha.compose, or create it beforehand with"
                + " \"swarmha config create NAME FILE\" and write \"external: true\" and"
                + " \"name: NAME\" instead");
  }

  @Test
  void keepsTheOrderThatLayingOneOverTheOtherGives() {
    Written written =
        write("networks: {net: {enable_ipv6: true, ipam: {config: [{gateway: 10.0.0.9}]}}}");

    assertThat(YamlWriter.write(written.file()))
        .isEqualTo(
            """
            networks:
              net:
                ipam:
                  config:
                    - {}
                x-swarmha:
                  compose:
                    ipam:
                      config:
                        - gateway: 10.0.0.9
                    enable_ipv6: true
            """);
  }

  private static Written write(String rendered) {
    return StackFileWriter.write(yaml(rendered));
  }

  private static Mapping yaml(String text) {
    Diagnostics problems = new Diagnostics();
    return new YamlParser()
        .parse(new StackSource("test", text), problems)
        .orElseThrow(() -> new AssertionError(problems.all().toString()));
  }
}
