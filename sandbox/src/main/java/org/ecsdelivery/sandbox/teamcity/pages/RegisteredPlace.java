package org.ecsdelivery.sandbox.teamcity.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.http.HttpServletRequest;
import jetbrains.buildServer.web.openapi.CustomTab;
import jetbrains.buildServer.web.openapi.PageExtension;
import jetbrains.buildServer.web.openapi.PagePlace;
import jetbrains.buildServer.web.openapi.PlaceId;
import jetbrains.buildServer.web.openapi.PositionConstraint;

/** A place with what plugins added to it; what registers itself twice stands there once. */
public final class RegisteredPlace implements PagePlace {
    private final PlaceId id;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    RegisteredPlace(PlaceId id) {
        this.id = id;
    }

    /** Finds the tab of an id that says it is available for the request. */
    public Optional<CustomTab> tab(String tabId, HttpServletRequest request) {
        return tabs(request).stream()
                .filter(tab -> tab.getTabId().equals(tabId))
                .findFirst();
    }

    /** Returns the tabs that say they are available for the request. */
    public List<CustomTab> tabs(HttpServletRequest request) {
        return getAvailableExtensions(request).stream()
                .filter(CustomTab.class::isInstance)
                .map(CustomTab.class::cast)
                .filter(CustomTab::isVisible)
                .toList();
    }

    @Override
    public PlaceId getId() {
        return id;
    }

    @Override
    public void addExtension(PageExtension extension) {
        addExtension(extension, PositionConstraint.UNDEFINED);
    }

    @Override
    public synchronized void addExtension(PageExtension extension, PositionConstraint position) {
        removeExtension(extension);
        entries.add(new Entry(extension, position));
    }

    @Override
    public synchronized boolean removeExtension(PageExtension extension) {
        return entries.removeIf(entry -> entry.extension() == extension);
    }

    @Override
    public List<PageExtension> getRegisteredExtensions() {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::position))
                .map(Entry::extension)
                .toList();
    }

    @Override
    public List<PageExtension> getAvailableExtensions(HttpServletRequest request) {
        return getRegisteredExtensions().stream()
                .filter(extension -> extension.isAvailable(request))
                .toList();
    }

    private record Entry(PageExtension extension, PositionConstraint position) {}
}
