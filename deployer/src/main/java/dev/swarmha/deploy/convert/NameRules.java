package dev.swarmha.deploy.convert;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.regex.Pattern;

/** What swarmkit accepts as names ({@code manager/controlapi/common.go}, {@code service.go}). */
final class NameRules {

  private static final Pattern DNS = Pattern.compile("[a-zA-Z0-9](?:[-_]*[A-Za-z0-9])*");
  private static final Pattern FILE = Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?");
  private static final int LONGEST_SERVICE = 63;
  private static final int LONGEST_FILE = 64;

  boolean isDnsName(String name) {
    return DNS.matcher(name).matches();
  }

  void check(ResourceRef ref, Diagnostics problems) {
    if (ref.kind() == ResourceKind.NETWORK) {
      return;
    }
    boolean service = ref.kind() == ResourceKind.SERVICE;
    int longest = service ? LONGEST_SERVICE : LONGEST_FILE;
    Pattern pattern = service ? DNS : FILE;
    if (ref.name().length() > longest) {
      report("the name of " + ref + " is longer than " + longest + " characters", problems);
    } else if (!pattern.matcher(ref.name()).matches()) {
      report("the name of " + ref + " has characters that Swarm does not allow there", problems);
    }
  }

  private static void report(String message, Diagnostics problems) {
    problems.add(Diagnostic.error("bad-name", Origin.NONE, DocumentPath.root(), message));
  }
}
