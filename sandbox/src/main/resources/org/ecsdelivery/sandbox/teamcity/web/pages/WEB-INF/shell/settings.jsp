<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="shell" tagdir="/WEB-INF/tags/shell" %>
<shell:page title="Settings of ${configuration.name}">
<p class="crumbs"><a href="/viewType.html?buildTypeId=${configuration.id}"><c:out value="${configuration.name}"/></a></p>
<h1>Settings</h1>
<h2>Build steps</h2>
<table class="list"><c:forEach items="${steps}" var="each" varStatus="at"><tr>
<td class="number">${at.count}.</td>
<td><c:choose><c:when test="${each.hasPage}"><a href="/admin/editRunType.html?id=buildType:${configuration.id}&amp;runnerId=${each.id}"><c:out value="${each.name}"/></a></c:when><c:otherwise><c:out value="${each.name}"/></c:otherwise></c:choose><div class="smallNote"><c:out value="${each.type}"/></div></td>
<td><c:out value="${each.description}"/></td></tr></c:forEach></table>
<c:if test="${mayEdit}"><h3>Add a step</h3><ul class="types"><c:forEach items="${runTypes}" var="each"><li><c:url value="/admin/editRunType.html" var="href"><c:param name="id" value="buildType:${configuration.id}"/><c:param name="runnerId" value="__NEW_RUNNER__"/><c:param name="runnerType" value="${each.type}"/></c:url><a href="<c:out value="${href}"/>"><c:out value="${each.name}"/></a><span class="smallNote"><c:out value="${each.description}"/></span></li></c:forEach></ul></c:if>
<h2>Build features</h2>
<table class="list"><c:forEach items="${features}" var="each"><tr>
<td><c:choose><c:when test="${mayEdit and each.hasPage}"><a href="/admin/editBuildFeature.html?id=buildType:${configuration.id}&amp;featureId=${each.id}"><c:out value="${each.type}"/></a></c:when><c:otherwise><c:out value="${each.type}"/></c:otherwise></c:choose></td>
<td><c:out value="${each.description}"/></td></tr></c:forEach></table>
<c:if test="${empty features}"><p>None.</p></c:if>
<c:if test="${mayEdit}"><h3>Add a build feature</h3><ul class="types"><c:forEach items="${featureTypes}" var="each"><li><c:url value="/admin/editBuildFeature.html" var="href"><c:param name="id" value="buildType:${configuration.id}"/><c:param name="featureId" value="__NEW_FEATURE__"/><c:param name="featureType" value="${each.type}"/></c:url><a href="<c:out value="${href}"/>"><c:out value="${each.name}"/></a></li></c:forEach></ul></c:if>
</shell:page>
