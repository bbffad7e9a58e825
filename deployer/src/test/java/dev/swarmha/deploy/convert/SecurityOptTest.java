package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.ComposeText.container;
import static dev.swarmha.deploy.convert.ComposeText.errors;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityOptTest {

  @Test
  void becomesPrivileges() {
    assertThat(
            privileges(
                "security_opt: [no-new-privileges, seccomp=unconfined, 'apparmor:unconfined']"))
        .isEqualTo(
            yaml(
                "{CredentialSpec: null, SELinuxContext: null, Seccomp: {Mode: unconfined},"
                    + " AppArmor: {Mode: disabled}, NoNewPrivileges: true}"));
    assertThat(privileges("security_opt: ['no-new-privileges:false']").get("NoNewPrivileges"))
        .isEqualTo(privileges("").get("NoNewPrivileges"));
  }

  @Test
  void gathersTheLabelsOfSelinux() {
    assertThat(
            privileges("security_opt: ['label=user:u', 'label=type:t']").mapping("SELinuxContext"))
        .isEqualTo(yaml("{Disable: false, User: u, Role: '', Type: t, Level: ''}"));
    assertThat(privileges("security_opt: [label=disable]").mapping("SELinuxContext"))
        .isEqualTo(yaml("{Disable: true, User: '', Role: '', Type: '', Level: ''}"));
  }

  @Test
  void sendsTheProfileThatAFileHas(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("p.json"), "{\"a\":1}");

    Mapping spec =
        Converted.spec(
            ComposeText.stack(directory, Map.of(), web("security_opt: [seccomp=./p.json]")),
            ResourceKind.SERVICE,
            "shop_web");

    assertThat(
            spec.mapping("TaskTemplate")
                .mapping("ContainerSpec")
                .mapping("Privileges")
                .mapping("Seccomp"))
        .isEqualTo(yaml("{Mode: custom, Profile: eyJhIjoxfQ==}"));
  }

  @Test
  void refusesWhatSwarmDoesNotHave() {
    assertThat(errors(web("security_opt: [systempaths=unconfined]")))
        .containsExactly(
            "stack.yml:4:20: services.web.security_opt.0: \"systempaths=unconfined\" is no security"
                + " option that Swarm has");
    assertThat(errors(web("security_opt: [seccomp=./p.json]")))
        .containsExactly(
            "stack.yml:4:20: services.web.security_opt.0: \"./p.json\" does not exist");
  }

  private static Mapping privileges(String keys) {
    return container(keys).mapping("Privileges");
  }
}
