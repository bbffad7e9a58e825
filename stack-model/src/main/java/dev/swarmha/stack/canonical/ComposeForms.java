package dev.swarmha.stack.canonical;

import dev.swarmha.document.PathTable;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.LooseScalar;
import java.util.List;

/** The short forms that the compose specification has otherwise than file format 3. */
final class ComposeForms {

  private ComposeForms() {}

  static void change(PathTable.Builder<Form> table, Paths paths, Diagnostics problems) {
    LooseScalar.table()
        .rows()
        .forEach(
            (path, scalar) ->
                table.set(path.toString(), (place, document) -> scalar.read(document)));
    table
        .set(
            "services.*.ulimits.*",
            (path, document) -> Forms.ulimit(path, LooseScalar.INTEGER.read(document)))
        .set("services.*.depends_on", Forms::dependencies)
        .set("services.*.security_opt.[]", new SecurityProfiles(paths, problems))
        .set("services.*.volumes.[].volume.labels", Forms::textsByName);
    table
        .set("services.*", Forms::emptyForNull)
        .set("services.*.environment", EnvironmentEntries::byName)
        .set("services.*.env_file", EnvironmentEntries::files)
        .set("services.*.env_file.[].path", paths::absoluteFile)
        .set("services.*.label_file", Forms::list)
        .set("services.*.label_file.[]", paths::absoluteFile)
        .set("services.*.tmpfs", Forms::list)
        .set("services.*.extends", LoadingForms::extending)
        .set("include.[]", LoadingForms::inclusion);
    ExternalForm external = new ExternalForm(problems, true);
    for (String section : List.of("networks", "volumes", "secrets", "configs")) {
      table.set(section + ".*", external);
    }
  }
}
