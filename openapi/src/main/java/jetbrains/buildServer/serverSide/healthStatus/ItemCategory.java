package jetbrains.buildServer.serverSide.healthStatus;

import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** Groups items of the health report. */
public class ItemCategory {
    private final String id;
    private final String name;
    private final ItemSeverity severity;
    private final String description;
    private final String helpUrl;

    public ItemCategory(@NotNull String id, @NotNull String name, @NotNull ItemSeverity severity) {
        this(id, name, severity, null, null);
    }

    public ItemCategory(
            @NotNull String id,
            @NotNull String name,
            @NotNull ItemSeverity severity,
            @Nullable String description,
            @Nullable String helpUrl) {
        this.id = id;
        this.name = name;
        this.severity = severity;
        this.description = description;
        this.helpUrl = helpUrl;
    }

    @NotNull
    public String getId() {
        return id;
    }

    @NotNull
    public String getName() {
        return name;
    }

    @NotNull
    public ItemSeverity getSeverity() {
        return severity;
    }

    @Nullable
    public String getDescription() {
        return description;
    }

    @Nullable
    public String getHelpUrl() {
        return helpUrl;
    }
}
