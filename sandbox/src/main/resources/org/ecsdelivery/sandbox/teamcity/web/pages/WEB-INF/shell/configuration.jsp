<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="shell" tagdir="/WEB-INF/tags/shell" %>
<shell:page title="${configuration.name}">
<h1><c:out value="${configuration.name}"/></h1>
<p class="toolbar"><c:if test="${mayRun}"><button type="button" class="btn primary" id="run" data-dialog="runDialog">Run…</button></c:if>
<c:if test="${maySeeSettings}"><a class="btn" href="/admin/editBuildRunners.html?id=buildType:${configuration.id}">Settings</a></c:if></p>
<h2>Builds</h2>
<table class="list"><c:forEach items="${builds}" var="each"><tr><td><shell:status build="${each}"/></td><td><c:out value="${each.branch}"/></td><td><c:if test="${each.personal}">personal</c:if></td><td class="number"><c:if test="${not empty each.seconds}">${each.seconds} s</c:if></td></tr></c:forEach></table>
<c:if test="${empty builds}"><p>No builds yet.</p></c:if>
<c:if test="${mayRun}">
<dialog id="runDialog" aria-labelledby="runTitle"><form class="send" action="/runBuild.html">
<h2 id="runTitle">Run custom build</h2>
<input type="hidden" name="buildTypeId" value="${configuration.id}"/>
<p class="error" id="error_general" role="alert"></p>
<p><label>Branch <input type="text" name="branch" value="main"/></label> <label><input type="checkbox" name="personal" value="true"/> run as a personal build</label></p>
<c:if test="${mayCustomize}"><table class="runnerFormTable"><c:forEach items="${parameters}" var="each"><tr>
<th><label for="run_<c:out value="${each.name}"/>"><c:out value="${each.name}"/></label></th>
<td><input class="longField" type="${each.password ? 'password' : 'text'}" id="run_<c:out value="${each.name}"/>" name="parameter:<c:out value="${each.name}"/>" value="<c:out value="${each.value}"/>"<c:if test="${each.password}"> placeholder="unchanged" autocomplete="off"</c:if>/></td>
</tr></c:forEach></table></c:if>
<p class="toolbar"><button type="submit" class="btn primary">Run build</button> <button type="button" class="btn" data-close="runDialog">Cancel</button></p>
</form></dialog>
</c:if>
</shell:page>
