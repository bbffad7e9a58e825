package dev.swarmha.cli.option;

import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.rotate.Rotate;
import picocli.CommandLine.Option;

/** What a deploy decides about images, secrets and configs before it is compared with the swarm. */
public final class DecisionMixin {

  @Option(
      names = "--resolve-image",
      paramLabel = "always|changed|never",
      defaultValue = "always",
      description = "When to ask the registry what a tag names now. Default: ${DEFAULT-VALUE}")
  private ResolveImage resolveImage = ResolveImage.ALWAYS;

  @Option(
      names = "--rotate",
      paramLabel = "auto|never",
      defaultValue = "auto",
      description = {
        "auto: a secret or config whose content has changed becomes a new object, named after its"
            + " content;",
        "never: names as docker stack deploy makes them.",
        "Default: ${DEFAULT-VALUE}"
      })
  private Rotate rotate = Rotate.AUTO;

  @Option(
      names = "--with-registry-auth",
      description = "Send what docker login has kept for its registries")
  private boolean withRegistryAuth;

  public boolean withRegistryAuth() {
    return withRegistryAuth;
  }

  public ResolveImage resolveImage() {
    return resolveImage;
  }

  public Rotate rotate() {
    return rotate;
  }
}
