package jetbrains.buildServer.serverSide.healthStatus;

import java.util.Map;
import org.jetbrains.annotations.NotNull;

/** One thing that a health report tells. */
public class HealthStatusItem {
    private final String identity;
    private final ItemCategory category;
    private final ItemSeverity severity;
    private final Map<String, Object> additionalData;

    public HealthStatusItem(
            @NotNull String identity, @NotNull ItemCategory category, @NotNull Map<String, Object> additionalData) {
        this(identity, category, category.getSeverity(), additionalData);
    }

    public HealthStatusItem(
            @NotNull String identity,
            @NotNull ItemCategory category,
            @NotNull ItemSeverity severity,
            @NotNull Map<String, Object> additionalData) {
        this.identity = identity;
        this.category = category;
        this.severity = severity;
        this.additionalData = additionalData;
    }

    @NotNull
    public String getIdentity() {
        return identity;
    }

    @NotNull
    public ItemCategory getCategory() {
        return category;
    }

    @NotNull
    public ItemSeverity getSeverity() {
        return severity;
    }

    @NotNull
    public Map<String, Object> getAdditionalData() {
        return additionalData;
    }
}
