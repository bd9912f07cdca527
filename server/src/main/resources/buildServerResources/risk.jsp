<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ page contentType="text/html;charset=UTF-8" language="java" %>
<jsp:useBean id="healthStatusItem" type="jetbrains.buildServer.serverSide.healthStatus.HealthStatusItem" scope="request"/>
<c:set var="risk" value="${healthStatusItem.additionalData}"/>
<%-- not c:url: it would put the session's id into the address where there is no cookie yet --%>
<c:set var="at" value="id=buildType:${risk['buildType'].externalId}"/>
<c:set var="step" value="/admin/editRunType.html?${at}&runnerId=${risk['stepId']}"/>
<c:set var="general" value="/admin/editBuild.html?${at}"/>
<c:set var="settings" value="${pageContext.request.contextPath}${not empty risk['stepId'] ? step : general}"/>
<div class="ecsDeliveryRisk">
  <a href="<c:out value="${settings}"/>"><c:out value="${risk['buildType'].name}"/>: <c:out value="${risk['place']}"/></a>
  <c:out value="${risk['what']}"/> (<c:out value="${risk['field']}"/>).
  <c:out value="${risk['why']}"/>
  <c:out value="${risk['remedy']}"/>
</div>
