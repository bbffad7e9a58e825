package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.spec;
import static dev.swarmha.deploy.convert.Converted.stack;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.engine.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumesTest {

  private static final String VOLUMES =
      """
      volumes:
        data: {driver: local, driver_opts: {type: nfs, o: 1}, labels: {a: b}}
        plain:
        named: {name: real}
        outside: {external: true}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "/anonymous         | {Type: volume, Target: /anonymous}",
        "plain:/x           | {Type: volume, Source: shop_plain, Target: /x, VolumeOptions: {Labels: {com.docker.stack.namespace: shop}}}",
        "named:/x:ro,nocopy | {Type: volume, Source: real, Target: /x, ReadOnly: true, VolumeOptions: {NoCopy: true, Labels: {com.docker.stack.namespace: shop}}}",
        "outside:/x         | {Type: volume, Source: outside, Target: /x, VolumeOptions: {}}",
        "data:/x            | {Type: volume, Source: shop_data, Target: /x, VolumeOptions: {Labels: {a: b, com.docker.stack.namespace: shop}, DriverConfig: {Name: local, Options: {type: nfs, o: \"1\"}}}}",
        "\\\\\\\\server\\\\share\\\\:/x | {Type: bind, Source: '\\\\server\\share\\', Target: /x}",
        "\\\\\\\\server\\\\share:/x   | {Type: bind, Source: '/project/\\\\server\\share', Target: /x}",
        "./conf:/x:ro       | {Type: bind, Source: /project/conf, Target: /x, ReadOnly: true}",
        "/abs:/x:rshared    | {Type: bind, Source: /abs, Target: /x, BindOptions: {Propagation: rshared}}"
      })
  void convertsShortForms(String written, String mount) {
    DesiredStack stack = stack(web("volumes: [\"" + written + "\"]") + VOLUMES);

    assertThat(
            spec(stack, ResourceKind.SERVICE, "shop_web")
                .mapping("TaskTemplate")
                .mapping("ContainerSpec")
                .sequence("Mounts")
                .mappings())
        .containsExactly(yaml(mount));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{type: tmpfs, target: /x, tmpfs: {size: 10}}      | {Type: tmpfs, Target: /x, TmpfsOptions: {SizeBytes: 10}}",
        "{type: tmpfs, target: /x}                         | {Type: tmpfs, Target: /x}",
        "{type: bind, source: rel, target: /x, bind: {}}   | {Type: bind, Source: /project/rel, Target: /x, BindOptions: {}}",
        "{type: volume, source: outside, target: /x, volume: {nocopy: true, subpath: s}} | {Type: volume, Source: outside, Target: /x, VolumeOptions: {NoCopy: true, Subpath: s}}"
      })
  void convertsLongForms(String written, String mount) {
    DesiredStack stack = stack(web("volumes: [" + written + "]") + VOLUMES);

    assertThat(
            spec(stack, ResourceKind.SERVICE, "shop_web")
                .mapping("TaskTemplate")
                .mapping("ContainerSpec")
                .sequence("Mounts")
                .mappings())
        .containsExactly(yaml(mount));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "nope:/x                                          | \"nope\" is not declared under \"volumes\"",
        "plain:/a:ro:x                                    | \"plain:/a:ro:x\" is not a volume: too many colons",
        "{type: tmpfs, source: plain, target: /x}         | a mount of type tmpfs has no \"source\"",
        "{type: bind, target: /x}                         | a mount of type bind needs a \"source\"",
        "{source: plain, target: /x}                      | \"type\" is missing"
      })
  void refusesMountsThatCannotBe(String written, String message) {
    String volume = written.startsWith("{") ? written : "\"" + written + "\"";

    assertThat(errors(web("volumes: [" + volume + "]") + VOLUMES))
        .containsExactly("stack.yml:4:15: services.web.volumes.0: " + message);
  }

  @Test
  void refusesTwoMountsInOnePlace() {
    assertThat(errors(web("volumes: [\"/x\", \"plain:/x\"]") + VOLUMES))
        .containsExactly(
            "stack.yml:4:21: services.web.volumes.1: something is mounted on \"/x\" already");
  }
}
