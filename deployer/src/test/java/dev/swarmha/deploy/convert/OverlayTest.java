package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Requirement;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.wait.Milestone;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlayTest {

  private static final String FILE =
      """
      services:
        web:
          image: app
          depends_on: [db]
          ports: [{target: 80, published: 8080}]
          x-swarmha:
            minAvailable: 1
            compose:
              depends_on: {db: {condition: service_healthy}}
              oom_score_adj: 100
              security_opt: [no-new-privileges]
              ports: [{name: http, target: 80, published: 8080}]
        db:
          image: db
          secrets: [s]
      secrets: {s: {x-swarmha: {compose: {environment: TOKEN}}}}
      networks:
        default:
          ipam: {config: [{subnet: 10.9.0.0/24}]}
          x-swarmha: {compose: {enable_ipv6: true, ipam: {config: [{gateway: 10.9.0.1}]}}}
      """;

  @ParameterizedTest
  @EnumSource(names = {"STACK", "COMPOSE"})
  void isLaidOverTheEntryInBothDialects(DialectChoice dialect) {
    DesiredStack stack = load(dialect, FILE).value().orElseThrow();

    Mapping service = Converted.spec(stack, ResourceKind.SERVICE, "shop_web");
    Mapping container = service.mapping("TaskTemplate").mapping("ContainerSpec");
    assertThat(container.number("OomScoreAdj")).contains(100L);
    assertThat(container.mapping("Privileges"))
        .isEqualTo(yaml("{CredentialSpec: null, SELinuxContext: null, NoNewPrivileges: true}"));
    assertThat(service.mapping("EndpointSpec").sequence("Ports").mappings())
        .containsExactly(yaml("{Name: http, TargetPort: 80, PublishedPort: 8080}"));
    assertThat(stack.dependencies().requirements("shop_web"))
        .containsExactly(new Requirement("shop_db", Milestone.UP));
    assertThat(stack.all(ResourceKind.SECRET)).hasSize(1);
    assertThat(Converted.spec(stack, ResourceKind.NETWORK, "shop_default").mapping("IPAM"))
        .isEqualTo(yaml("{Driver: '', Options: null, Config: [{Gateway: 10.9.0.1}]}"));
  }

  @Test
  void leavesNothingOfItselfInTheRenderedFile() {
    Mapping rendered = load(DialectChoice.STACK, FILE).value().orElseThrow().rendered();

    assertThat(rendered.mapping("services").mapping("web").mapping("x-swarmha"))
        .isEqualTo(yaml("{minAvailable: 1}"));
    assertThat(rendered.mapping("secrets").mapping("s")).isEqualTo(yaml("{environment: TOKEN}"));
  }

  @Test
  void hasOnlyWhatFileFormatThreeCannotSay() {
    assertThat(
            load(
                    DialectChoice.STACK,
                    web("x-swarmha: {compose: {image: b, mem_limit: 1g, dns_opt: 5}}"))
                .errors())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "stack.yml:4:27: services.web.x-swarmha.compose.image: unknown key",
            "stack.yml:4:37: services.web.x-swarmha.compose.mem_limit: unknown key",
            "stack.yml:4:61: services.web.x-swarmha.compose.dns_opt: must be a list, not the number"
                + " 5");
  }

  private static Loaded<DesiredStack> load(DialectChoice dialect, String text) {
    return ComposeText.load(dialect, Path.of("/project"), Map.of("TOKEN", "t"), text);
  }
}
