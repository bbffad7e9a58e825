package dev.swarmha.deploy.convert;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.model.Confinement;
import dev.swarmha.stack.model.CredentialSpec;
import dev.swarmha.stack.model.SecurityOptions;
import dev.swarmha.stack.model.SecurityOptions.Seccomp;
import dev.swarmha.stack.model.SecurityOptions.SelinuxLabel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Credentials and security options. The docker CLI always sends the first three members, empty or
 * not; a config that holds a credential spec is named until its id is known.
 */
final class PrivilegesConverter {

  private final FileReferenceConverter configs;

  PrivilegesConverter(FileReferenceConverter configs) {
    this.configs = configs;
  }

  Mapping convert(Confinement confinement) {
    SecurityOptions security = confinement.security();
    return new SpecBuilder()
        .always(
            "CredentialSpec",
            confinement
                .credentialSpec()
                .<Document>map(this::credentials)
                .orElseGet(Document::nothing))
        .always(
            "SELinuxContext",
            security
                .selinux()
                .<Document>map(PrivilegesConverter::selinux)
                .orElseGet(Document::nothing))
        .document("Seccomp", security.seccomp().map(PrivilegesConverter::seccomp))
        .document(
            "AppArmor", security.appArmor().map(mode -> Mapping.of("Mode", Document.text(mode))))
        .always("NoNewPrivileges", security.noNewPrivileges())
        .build();
  }

  private Mapping credentials(CredentialSpec spec) {
    return new SpecBuilder()
        .always("Config", spec.config().map(configs::name).orElse(""))
        .always("File", spec.file().orElse(""))
        .always("Registry", spec.registry().orElse(""))
        .build();
  }

  private static Mapping seccomp(Seccomp seccomp) {
    return new SpecBuilder()
        .always("Mode", seccomp.mode())
        .text("Profile", seccomp.profile().map(PrivilegesConverter::base64))
        .build();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Mapping selinux(SelinuxLabel label) {
    return new SpecBuilder()
        .always("Disable", label.disabled())
        .always("User", label.user().orElse(""))
        .always("Role", label.role().orElse(""))
        .always("Type", label.type().orElse(""))
        .always("Level", label.level().orElse(""))
        .build();
  }
}
