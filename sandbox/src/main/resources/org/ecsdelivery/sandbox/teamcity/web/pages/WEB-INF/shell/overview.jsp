<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="shell" tagdir="/WEB-INF/tags/shell" %>
<shell:page title="Builds">
<h1>Build configurations</h1>
<table class="list">
<c:forEach items="${configurations}" var="each"><tr>
<td><a href="/viewType.html?buildTypeId=${each.id}"><c:out value="${each.name}"/></a></td>
<td><c:choose><c:when test="${empty each.build}">No builds yet</c:when><c:otherwise><shell:status build="${each.build}"/></c:otherwise></c:choose></td>
<td class="actions"><a href="/admin/editBuildRunners.html?id=buildType:${each.id}">Settings</a></td>
</tr></c:forEach>
</table>
<c:if test="${empty configurations}"><p>There is no build configuration yet.</p></c:if>
</shell:page>
