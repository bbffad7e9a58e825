package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.container;
import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.spec;
import static dev.swarmha.deploy.convert.Converted.stack;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import org.junit.jupiter.api.Test;

class CredentialSpecTest {

  @Test
  void sendsFilesAndRegistryKeysAsTheyAre() {
    assertThat(credentials(container("credential_spec: {file: a.json}")))
        .isEqualTo(yaml("{Config: '', File: a.json, Registry: ''}"));
    assertThat(credentials(container("credential_spec: {registry: key}")))
        .isEqualTo(yaml("{Config: '', File: '', Registry: key}"));
  }

  @Test
  void takesConfigsByTheirNamesInTheFile() {
    DesiredStack stack =
        stack(
            web("credential_spec: {config: account}\nconfigs: [z]")
                + "configs: {account: {external: true, name: real}, z: {external: true}}");

    Mapping container =
        spec(stack, ResourceKind.SERVICE, "shop_web")
            .mapping("TaskTemplate")
            .mapping("ContainerSpec");
    assertThat(credentials(container)).isEqualTo(yaml("{Config: real, File: '', Registry: ''}"));
    assertThat(container.sequence("Configs").mappings())
        .first()
        .isEqualTo(yaml("{Runtime: {}, ConfigName: real}"));
    assertThat(stack.externals()).contains(new ResourceRef(ResourceKind.CONFIG, "real"));
  }

  @Test
  void leavesOutWhatIsEmpty() {
    assertThat(container("credential_spec: {}").mapping("Privileges"))
        .isEqualTo(yaml("{CredentialSpec: null, SELinuxContext: null, NoNewPrivileges: false}"));
  }

  @Test
  void refusesMoreThanOneSource() {
    assertThat(errors(web("credential_spec: {file: a, registry: b}")))
        .containsExactly(
            "stack.yml:4:32: services.web.credential_spec.registry: \"file\" and \"registry\""
                + " exclude each other");
  }

  @Test
  void refusesConfigsThatAreNotDeclared() {
    assertThat(errors(web("credential_spec: {config: a}")))
        .containsExactly(
            "stack.yml:4:31: services.web.credential_spec.config: \"a\" is not declared under"
                + " \"configs\"");
  }

  private static Mapping credentials(Mapping container) {
    return container.mapping("Privileges").mapping("CredentialSpec");
  }
}
