<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="shell" tagdir="/WEB-INF/tags/shell" %>
<shell:page title="${title}">
<p class="crumbs"><a href="/viewType.html?buildTypeId=${configuration.id}"><c:out value="${configuration.name}"/></a> / <a href="/admin/editBuildRunners.html?id=buildType:${configuration.id}">Settings</a></p>
<h1><c:out value="${title}"/></h1>
<c:choose>
<c:when test="${mayEdit}">
<form class="send settings" id="editBuildTypeForm" action="/admin/editRunType.html" data-public-key="${publicKey}" autocomplete="off">
<input type="hidden" name="id" value="buildType:${configuration.id}"/>
<input type="hidden" name="runnerId" value="<c:out value="${step.id}"/>"/>
<input type="hidden" name="runnerType" value="<c:out value="${step.type}"/>"/>
<p class="error" id="error_general" role="alert"></p>
<table class="runnerFormTable">
<tbody><tr><th><label for="buildRunnerName">Step name:</label></th><td><input type="text" class="longField" id="buildRunnerName" name="buildRunnerName" value="<c:out value="${step.name}"/>"/></td></tr>
<tr class="advancedSetting"><th><label for="mode">Execute step:</label></th><td><select id="mode" name="mode"><c:forEach items="default,execute_if_success,execute_if_failed,execute_always" var="each"><option value="${each}"<c:if test="${each eq mode}"> selected="selected"</c:if>>${each}</option></c:forEach></select></td></tr></tbody>
<jsp:include page="${includeUrl}"/>
</table>
<p><button type="button" class="link" id="advancedSettingsToggle" aria-expanded="false">Show advanced options</button></p>
<p class="toolbar"><button type="submit" class="btn primary" id="save">Save</button> <a class="btn" href="/admin/editBuildRunners.html?id=buildType:${configuration.id}">Cancel</a></p>
</form>
</c:when>
<c:otherwise><h2><c:out value="${step.name}"/></h2><jsp:include page="${includeUrl}"/></c:otherwise>
</c:choose>
</shell:page>
