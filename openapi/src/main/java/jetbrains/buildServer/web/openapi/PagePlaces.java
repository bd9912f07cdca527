package jetbrains.buildServer.web.openapi;

import org.jetbrains.annotations.NotNull;

/** Where fragments of plugins can be added. */
public interface PagePlaces {
    @NotNull
    PagePlace getPlaceById(@NotNull PlaceId placeId);
}
