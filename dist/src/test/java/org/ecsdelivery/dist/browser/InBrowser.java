package org.ecsdelivery.dist.browser;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one browser and one server to all tests: both take seconds to start. */
final class InBrowser implements BeforeAllCallback, ParameterResolver {
    private static final Namespace HERE = Namespace.create(InBrowser.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        browser(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == WebPlugin.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class ? browser(context) : plugin(context);
    }

    private static Browser browser(ExtensionContext context) {
        WebPlugin plugin = plugin(context);
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Browser.class, unseen -> Browser.start(plugin.address()), Browser.class);
    }

    private static WebPlugin plugin(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(WebPlugin.class, unseen -> WebPlugin.open(), WebPlugin.class);
    }
}
