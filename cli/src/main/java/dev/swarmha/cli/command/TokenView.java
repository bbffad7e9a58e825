package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.cluster.ShowToken.JoinToken;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.util.List;
import java.util.Locale;

/** A join token, with the command that uses it unless only the token is wanted. */
record TokenView(JoinToken token, boolean quiet) implements Printable {

  @Override
  public List<String> lines() {
    if (quiet) {
      return List.of(token.token());
    }
    return List.of(
        "To add a " + role() + ", run this against the Engine that joins:",
        "",
        "    " + token.command());
  }

  @Override
  public Document document() {
    return Mapping.builder()
        .put("role", role())
        .put("token", token.token())
        .put("address", token.address())
        .put("command", token.command())
        .build();
  }

  private String role() {
    return token.role().name().toLowerCase(Locale.ROOT);
  }
}
