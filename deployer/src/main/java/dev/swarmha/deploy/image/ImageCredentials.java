package dev.swarmha.deploy.image;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.RegistryCredentials;

/** The credentials that a stack's images need, found or missed before anything is changed. */
public record ImageCredentials(RegistryCredentials credentials) {

  private static final DocumentPath IMAGE =
      DocumentPath.of("TaskTemplate", "ContainerSpec", "Image");

  /**
   * Looks the credentials of every image up, so that they are known later.
   *
   * @throws dev.swarmha.engine.CredentialsException when some cannot be read
   */
  public void require(DesiredStack desired) {
    desired.resources().stream()
        .flatMap(each -> each.spec().at(IMAGE).flatMap(Document::asText).stream())
        .distinct()
        .forEach(credentials::forImage);
  }
}
