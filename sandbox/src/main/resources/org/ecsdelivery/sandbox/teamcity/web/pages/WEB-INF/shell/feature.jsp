<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="shell" tagdir="/WEB-INF/tags/shell" %>
<shell:page title="${title}">
<p class="crumbs"><a href="/viewType.html?buildTypeId=${configuration.id}"><c:out value="${configuration.name}"/></a> / <a href="/admin/editBuildRunners.html?id=buildType:${configuration.id}">Settings</a></p>
<h1><c:out value="${title}"/></h1>
<form class="send settings" id="editBuildFeatureForm" action="/admin/editBuildFeature.html" data-public-key="${publicKey}" autocomplete="off">
<input type="hidden" name="id" value="buildType:${configuration.id}"/>
<input type="hidden" name="featureId" value="<c:out value="${feature.id}"/>"/>
<input type="hidden" name="featureType" value="<c:out value="${feature.type}"/>"/>
<p class="error" id="error_general" role="alert"></p>
<table class="runnerFormTable"><jsp:include page="${includeUrl}"/></table>
<p><button type="button" class="link" id="advancedSettingsToggle" aria-expanded="false">Show advanced options</button></p>
<p class="toolbar"><button type="submit" class="btn primary" id="save">Save</button> <a class="btn" href="/admin/editBuildRunners.html?id=buildType:${configuration.id}">Cancel</a></p>
</form>
</shell:page>
