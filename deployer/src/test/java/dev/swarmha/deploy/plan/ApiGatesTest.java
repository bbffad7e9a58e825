package dev.swarmha.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiGatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{Privileges: {NoNewPrivileges: true}}         | 1.43 | security_opt   | 44",
        "{Privileges: {Seccomp: {Mode: unconfined}}}   | 1.43 | security_opt   | 44",
        "{Privileges: {AppArmor: {Mode: disabled}}}    | 1.41 | security_opt   | 44",
        "{Mounts: [{VolumeOptions: {Subpath: a}}]}     | 1.44 | volume.subpath | 45"
      })
  void refuseWhatWouldBeLostForTheWorse(String container, String version, String key, int since) {
    assertThatThrownBy(() -> ApiGates.notes(service(container), version))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessageContaining(
            "service shop_web: \""
                + key
                + "\" needs API 1."
                + since
                + ", and the Engine speaks "
                + version
                + "; update the Engine, or take the key out of the file");
  }

  @Test
  void tellWhatIsLeftOut() {
    assertThat(ApiGates.notes(service("{OomScoreAdj: 5, Healthcheck: {StartInterval: 1}}"), "1.43"))
        .containsExactly(
            "service shop_web: \"oom_score_adj\" needs API 1.46, and the Engine speaks 1.43; it is"
                + " left out",
            "service shop_web: \"healthcheck.start_interval\" needs API 1.44, and the Engine speaks"
                + " 1.43; it is left out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{Privileges: {NoNewPrivileges: false, Seccomp: null}} | 1.41",
        "{OomScoreAdj: 0}                                      | 1.41",
        "{OomScoreAdj: 5}                                      | 1.46"
      })
  void letPassWhatTheEngineKnowsOrWouldAssume(String container, String version) {
    assertThat(ApiGates.notes(service(container), version)).isEmpty();
  }

  @Test
  void concernOnlyStacksThatSayMoreThanTheOldestEngineKnows() {
    assertThat(ApiGates.concern(service("{Image: a, Privileges: {NoNewPrivileges: false}}")))
        .isFalse();
    assertThat(ApiGates.concern(service("{OomScoreAdj: 5}"))).isTrue();
  }

  @Test
  void lookAtNetworks() {
    DesiredResource network =
        DesiredResource.of(
            new ResourceRef(ResourceKind.NETWORK, "shop_a"), Yaml.read("{EnableIPv4: false}"));

    assertThatThrownBy(() -> ApiGates.notes(stack(network), "1.47"))
        .hasMessageContaining("network shop_a: \"enable_ipv4\" needs API 1.48");
    assertThat(ApiGates.notes(stack(network), "1.48")).isEmpty();
  }

  private static DesiredStack service(String container) {
    Mapping spec =
        Mapping.empty()
            .withAt(DocumentPath.of("TaskTemplate", "ContainerSpec"), Yaml.read(container));
    return stack(DesiredResource.of(new ResourceRef(ResourceKind.SERVICE, "shop_web"), spec));
  }

  private static DesiredStack stack(DesiredResource resource) {
    return new DesiredStack(
        "shop", List.of(resource), Set.of(), Dependencies.none(), List.of(), Mapping.empty());
  }
}
